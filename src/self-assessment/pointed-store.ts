import { foundJson } from '../competencies/store.ts'
import { type RawBuilder, sql } from '../platform/database.ts'

/** The competency with the id in `column`, as it is pointed at. */
export const pointedJson = (column: RawBuilder<string>): RawBuilder<string> => sql<string>`(
  select ${foundJson}::jsonb || jsonb_build_object('identifier', c.identifier)
  from competency c join framework w on w.id = c.framework_id where c.id = ${column})`

/** Whether an item may be pointed at anew: in use, in a framework that is in force. */
export const isInForce = sql<boolean>`(c.retired_at is null and not exists (
  select 1 from framework_closure l where l.framework_id = c.framework_id and l.reopened_at is null))`

import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { restorableDays } from './deletion.ts'

/**
 * The deletions of one kind of thing, kept in `<thing>_deletion`: each is a record of who and when that can be
 * taken back, until what it is about is erased. `of` is the column there that names the thing.
 */
export function deletionsOf(thing: string, of: string) {
  const [things, deletions, id] = [sql.table(thing), sql.table(`${thing}_deletion`), sql.ref(of)]
  return {
    mark: async ({ db, viewer, now }: Context, thingId: string): Promise<void> => {
      await sql`
        insert into ${deletions} (${id}, district_id, deleted_by, deleted_at)
        select ${thingId}::uuid, ${viewer.districtId}::uuid, ${viewer.personId}::uuid, ${now}::timestamptz
        where not exists (select 1 from ${deletions} where ${id} = ${thingId}::uuid and restored_at is null)
        on conflict (${id}, deleted_at) do update set restored_by = null, restored_at = null`.execute(db)
    },
    takeBack: async ({ db, viewer, now }: Context, thingId: string): Promise<void> => {
      await sql`
        update ${deletions} set restored_by = ${viewer.personId}::uuid, restored_at = ${now}::timestamptz
        where ${id} = ${thingId}::uuid and restored_at is null`.execute(db)
    },
    /** Really erases what was deleted longer ago than it can be taken back. */
    erase: async (db: Transaction, now: Date): Promise<void> => {
      const due = new Date(now.getTime() - restorableDays * 24 * 3_600_000)
      await sql`
        delete from ${things} t using ${deletions} d
        where d.${id} = t.id and d.restored_at is null and d.deleted_at < ${due}::timestamptz`.execute(db)
    },
  }
}

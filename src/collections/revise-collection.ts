import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { demandOwn, demandTemplate } from './add-collection.ts'
import {
  advanceCollection,
  insertRevision,
  isSameCollection,
  type SaidCollection,
  templateOf,
} from './keeping-store.ts'
import { collectionFor } from './store.ts'

export async function reviseCollection(context: Context, said: SaidCollection): Promise<void> {
  demand(await collectionFor(context, said.id, 'revise'))
  await demandOwn(context, said)
  demandTemplate(said, await templateOf(context, said.id))
  if (await advanceCollection(context, said.id, said.revision)) return insertRevision(context, said)
  if (!(await isSameCollection(context, said))) throw new Refusal('changed_elsewhere')
}

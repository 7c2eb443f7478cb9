import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { AddOwnPrompt } from './contract.ts'
import { classTaught, findOwnPrompt, insertOwnPrompt } from './prompt-store.ts'

export async function addOwnPrompt(context: Context, input: InputOf<typeof AddOwnPrompt>): Promise<void> {
  demand(await classTaught(context, input.classId))
  if (await insertOwnPrompt(context, input)) return
  const kept = await findOwnPrompt(context, input.id)
  if (kept?.added_by !== context.viewer.personId) throw new Refusal('not_found')
  if (kept.class_id !== input.classId || kept.words !== input.words) throw new Refusal('id_taken')
}

import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { AnswerAsking } from './contract.ts'
import {
  insertAnswer,
  insertDecision,
  isOwnVoice,
  isSameAnswer,
  markAnswerTakenBack,
} from './keeping-store.ts'
import { answerFor, askingFor } from './store.ts'

export async function answerAsking(context: Context, input: InputOf<typeof AnswerAsking>): Promise<void> {
  demand(await askingFor(context, input.askingId, 'answer'))
  if (input.body.trim() === '' && input.mediaId === undefined) throw new InvalidInput({ body: 'empty' })
  if (!(await isOwnVoice(context, input.mediaId))) throw new Refusal('not_found')
  if (await insertAnswer(context, input)) return
  if (!(await isSameAnswer(context, input))) throw new Refusal('id_taken')
}

export async function takeAnswerBack(context: Context, id: string): Promise<void> {
  demand(await answerFor(context, id, 'takeBack'))
  await markAnswerTakenBack(context, id)
}

/** A teacher who has read it; somebody else's decision stands. */
export async function decideAnswer(
  context: Context,
  { id, passes }: { id: string; passes: boolean },
): Promise<void> {
  demand(await answerFor(context, id, 'decide'))
  if (!(await insertDecision(context, id, passes))) throw new Refusal('changed_elsewhere')
}

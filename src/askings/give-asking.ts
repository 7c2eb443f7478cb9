import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { speakerOf } from '../reflections/store.ts'
import type { SayAsking } from './contract.ts'
import { insertAsking, isOwnVoice, isSameAsking, markAskingTakenBack } from './keeping-store.ts'
import { askingFor } from './store.ts'

/** The learner says it, or an adult writes down what a young child says; nobody says it in any other way. */
export async function sayAsking(context: Context, input: InputOf<typeof SayAsking>): Promise<void> {
  const learnerId = input.learnerId ?? context.viewer.personId
  demand(await speakerOf(context, learnerId))
  if (input.body.trim() === '' && input.mediaId === undefined) throw new InvalidInput({ body: 'empty' })
  if (!(await isOwnVoice(context, input.mediaId))) throw new Refusal('not_found')
  const said = { ...input, learnerId }
  if (await insertAsking(context, said)) return
  if (!(await isSameAsking(context, said))) throw new Refusal('id_taken')
}

export async function takeAskingBack(context: Context, id: string): Promise<void> {
  demand(await askingFor(context, id, 'takeBack'))
  await markAskingTakenBack(context, id)
}

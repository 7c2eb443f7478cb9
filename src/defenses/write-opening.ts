import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { AnswerPanel, WriteOpening } from './contract.ts'
import { attemptFor } from './store.ts'
import { insertAnswer, insertOpening, isOwnCollection } from './word-store.ts'

/** What a learner wants to show, in words nobody else can write. */
export async function writeOpening(context: Context, input: InputOf<typeof WriteOpening>): Promise<void> {
  demand(await attemptFor(context, input.id, 'open'))
  const { collectionId } = input
  if (collectionId !== undefined && !(await isOwnCollection(context, collectionId)))
    throw new Refusal('not_found')
  await insertOpening(context, input)
}

/** What a learner takes from it, once the panel has spoken. */
export async function answerPanel(context: Context, input: InputOf<typeof AnswerPanel>): Promise<void> {
  demand(await attemptFor(context, input.attemptId, 'answer'))
  if (!(await insertAnswer(context, input))) throw new Refusal('id_taken')
}

import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { AnswerShowcase } from './contract.ts'
import { hasAnswered, insertAnswer, takeBackAnswers } from './keeping-store.ts'
import { showcaseFor } from './store.ts'

/** A teacher or guardian agrees to what it shows, or says not yet and why. */
export async function answerShowcase(context: Context, input: InputOf<typeof AnswerShowcase>): Promise<void> {
  const act = input.as === 'teacher' ? 'answerAsTeacher' : 'answerAsGuardian'
  demand(await showcaseFor(context, input.id, act))
  await insertAnswer(context, { id: input.id, role: input.as, agrees: input.agrees, words: input.words })
}

export async function takeAnswerBack(context: Context, id: string): Promise<void> {
  if (!(await hasAnswered(context, id))) {
    const found = await showcaseFor(context, id, 'withdraw')
    throw new Refusal(found ? 'not_allowed' : 'not_found')
  }
  await takeBackAnswers(context, id)
}

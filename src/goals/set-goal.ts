import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { speakerOf } from '../reflections/store.ts'
import type { SetGoal } from './contract.ts'
import { fieldsOf, type GoalForm, type GoalWords, isGoal } from './goal.ts'
import { countUsableFiles, insertGoal, isCompetency, isSameGoal, setAudiences } from './keeping-store.ts'
import { goalFor } from './store.ts'

/** A learner sets a goal; or an adult writes down the one a child tells them. */
export async function setGoal(context: Context, input: InputOf<typeof SetGoal>): Promise<void> {
  const learnerId = input.learnerId ?? context.viewer.personId
  const speaker = await speakerOf(context, learnerId)
  demand(speaker)
  const goal = { ...input, learnerId, words: wordsToKeep(input.form, input) }
  if (input.competencyId !== undefined && !(await isCompetency(context, input.competencyId))) {
    throw new Refusal('not_found')
  }
  await demandFiles(context, input)
  if (!(await insertGoal(context, goal))) {
    const kept = await goalFor(context, input.id, 'share')
    if (kept?.learnerId !== learnerId) throw new Refusal('not_found')
    if (!(await isSameGoal(context, { ...goal, revision: 1 }))) throw new Refusal('id_taken')
    return
  }
  const scribes = speaker?.scribes ?? null
  await setAudiences(context, input.id, [...new Set([...input.audiences, ...(scribes ? [scribes] : [])])])
}

export function wordsToKeep(
  form: GoalForm,
  { words, parts }: { words: Record<string, string | undefined>; parts: readonly unknown[] },
): Record<string, string> {
  const said = words as GoalWords
  if (!isGoal(form, said, parts)) throw new InvalidInput({ words: 'empty' })
  return fieldsOf(form, said)
}

export async function demandFiles(
  context: Context,
  { id, parts }: { id: string; parts: readonly { mediaId: string }[] },
): Promise<void> {
  const ids = [...new Set(parts.map(({ mediaId }) => mediaId))]
  if (ids.length > 0 && (await countUsableFiles(context, id, ids)) !== ids.length)
    throw new Refusal('not_found')
}

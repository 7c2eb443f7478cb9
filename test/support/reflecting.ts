import { v7 as newId } from 'uuid'
import { SetGoal } from '../../src/goals/contract.ts'
import { AddReflection, ListPrompts } from '../../src/reflections/contract.ts'
import { cast } from './cast.ts'
import type { School } from './school.ts'

/** Who learns in a class today, by their keys in the cast. */
export const learnersOf = (classKey: string): string[] => {
  const found = cast.classes.find(({ key }) => key === classKey)
  const enrolled = cast.enrollments.filter(
    ({ classId, role, closedOn }) =>
      classId === found?.id && role === 'student' && (closedOn === undefined || closedOn > cast.today),
  )
  return enrolled.flatMap(({ personId }) => cast.people.find(({ id }) => id === personId)?.key ?? [])
}

/** What the term asks of a learner, said for their teachers and family: words on the term, and a goal. */
export async function reflectOnTerm(
  school: School,
  key: string,
  { words = 'I ask more questions now.', step = 'Ask one question every day' } = {},
): Promise<{ reflectionId: string; goalId: string }> {
  const [reflectionId, goalId] = [newId(), newId()]
  const audiences = ['teachers', 'family']
  const [term] = (await school.as(key).ask(ListPrompts)).body.terms
  if (!term) throw new Error(`${key} is in no term`)
  const said = { stage: 'looking_back', termId: term.id, body: words, audiences }
  const wanted = { form: 'step', words: { step }, audiences }
  const answers = [
    await school.as(key).ask(AddReflection, { params: { id: reflectionId }, body: said }),
    await school.as(key).ask(SetGoal, { params: { id: goalId }, body: wanted }),
  ]
  const wrong = answers.find(({ status }) => status !== 200)
  if (wrong) throw new Error(wrong.text)
  return { reflectionId, goalId }
}

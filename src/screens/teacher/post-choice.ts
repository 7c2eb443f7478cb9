import type { Audience } from '../../work/piece.ts'
import type { PlaceLearner } from './taught-place.ts'

/** Whose a post is and who sees it, with the ids each learner's piece will have. */
export type PostChoice = {
  id: string
  audiences: Audience[]
  learners: { learnerId: string; id: string; iterationId: string }[]
}

/** Someone let go and taken again keeps nothing: their earlier ids were never sent. */
export function toggleLearner(choice: PostChoice, learnerId: string, newId: () => string): PostChoice {
  const without = choice.learners.filter((one) => one.learnerId !== learnerId)
  if (without.length < choice.learners.length) return { ...choice, learners: without }
  return { ...choice, learners: [...without, { learnerId, id: newId(), iterationId: newId() }] }
}

export function chooseAll(
  choice: PostChoice,
  learners: readonly PlaceLearner[],
  newId: () => string,
): PostChoice {
  const known = new Map(choice.learners.map((one) => [one.learnerId, one]))
  const begin = (learnerId: string) => ({ learnerId, id: newId(), iterationId: newId() })
  return { ...choice, learners: learners.map(({ id }) => known.get(id) ?? begin(id)) }
}

export function toggleAudience(choice: PostChoice, audience: Audience): PostChoice {
  const without = choice.audiences.filter((one) => one !== audience)
  const had = without.length < choice.audiences.length
  return { ...choice, audiences: had ? without : [...without, audience] }
}

/** Those still in the class: a draft may be older than an enrollment. */
export function chosenPieces(choice: PostChoice, learners: readonly PlaceLearner[]): PostChoice['learners'] {
  const here = new Set(learners.map(({ id }) => id))
  return choice.learners.filter(({ learnerId }) => here.has(learnerId))
}

import type { ListResponses } from '../../activities/contract.ts'
import type { Answer } from '../../platform/web/client.ts'

type Learners = Answer<typeof ListResponses>
type Response = Learners[number]['responses'][number]

export type Shown = {
  responseId: string
  learner: { id: string; name: string }
  piece: Response['piece']
  iterationId: string
}

/** The responses in the order of the grid; learners who have not yet are no turn. */
export function shownOf(learners: Learners): Shown[] {
  return learners.flatMap(({ id, name, responses }) =>
    responses.map(({ id: responseId, piece, iterationId }) => ({
      responseId,
      learner: { id, name },
      piece,
      iterationId,
    })),
  )
}

/** The place after a turn; at either end one stays. */
export function stepShown(at: number, by: number, count: number): number {
  return Math.min(Math.max(0, at + by), count - 1)
}

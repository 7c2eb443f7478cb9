import type { Answer } from '../../platform/web/client.ts'
import type { GetClassDay } from '../../work/contract.ts'

export type LearnerOfDay = Answer<typeof GetClassDay>['learners'][number]

/** Someone to look out for. `new`: joined lately, no work yet; `none`: no work yet; `quiet`: none for a while. */
export type NotSeen = { learner: LearnerOfDay } & (
  | { because: 'new' | 'none' }
  | { because: 'quiet'; unit: 'weeks' | 'months'; count: number }
)

const day = 86_400_000
export const lately = 21 * day

/** Who has shown nothing for three weeks, in the order they came: for noticing a learner, not for counting. */
export function findNotSeen(learners: readonly LearnerOfDay[], now: number): NotSeen[] {
  return learners.flatMap((learner): NotSeen[] => {
    if (learner.lastSharedAt === null) {
      const joined = now - Date.parse(learner.joinedOn)
      return [{ learner, because: joined < lately ? 'new' : 'none' }]
    }
    const silence = now - Date.parse(learner.lastSharedAt)
    return silence < lately ? [] : [{ learner, because: 'quiet', ...roughly(silence) }]
  })
}

/** As people say it: weeks up to three months, then months. */
function roughly(silence: number): { unit: 'weeks' | 'months'; count: number } {
  const weeks = Math.floor(silence / (7 * day))
  return weeks < 13
    ? { unit: 'weeks', count: weeks }
    : { unit: 'months', count: Math.floor(silence / (30.4 * day)) }
}

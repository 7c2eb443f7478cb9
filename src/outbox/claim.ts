import type { Claim } from '../platform/made.ts'

const never = new Date(0).toISOString()

/**
 * Whatever the clock says, this was kept after what was kept before it: with a clock that jumped back, that is
 * all there is to keep the order by. A device that was killed before it wrote down what its clock is off knows it
 * from what it kept before.
 */
export function claimAfter(claimed: Claim, before: Claim | undefined): Claim {
  if (!before) return claimed
  const claim = claimed.heardAt === undefined ? { ...claimed, offset: before.offset } : claimed
  const corrected = Date.parse(before.claimed) + before.offset
  const moment = Math.max(corrected, Date.parse(before.heardAt ?? never)) + 1
  return { ...claim, heardAt: new Date(Math.max(moment, Date.parse(claim.heardAt ?? never))).toISOString() }
}

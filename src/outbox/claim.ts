import type { Claim } from '../platform/made.ts'

const never = new Date(0).toISOString()

/**
 * Whatever the clock says, this was kept after what was kept before it: with a clock that jumped back, that is
 * all there is to keep the order by.
 */
export function claimAfter(claim: Claim, before: Claim | undefined): Claim {
  if (!before) return claim
  const corrected = Date.parse(before.claimed) + before.offset
  const moment = Math.max(corrected, Date.parse(before.heardAt ?? never)) + 1
  return { ...claim, heardAt: new Date(Math.max(moment, Date.parse(claim.heardAt ?? never))).toISOString() }
}

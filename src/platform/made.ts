/**
 * When something was made. Work made without a network arrives later, sometimes days later, and a tablet's clock
 * may be wrong by a year. `at` is our reading and what counts; `claimed` is what the device's own clock said,
 * kept beside it as it was said. See docs/decisions/0010.
 */
export type Made = { at: Date; claimed: Date | null }

/** What a device says with a write: its clock then, how far that was off, and when it last heard from us. */
export type Claim = { claimed: string; offset: number; heardAt?: string | undefined }

export const madeHeader = 'x-cairn-made'

/** Nothing waits on a device for longer than this; a claim from before is a clock that cannot be read. */
const longestWait = 120 * 24 * 3_600_000

export function madeNow(now: Date): Made {
  return { at: now, claimed: null }
}

/**
 * The device's clock, set right by what it was off when it last heard from us. It was not after now, and not
 * before that last contact; where even that cannot be, the moment of arrival is the best we know.
 */
export function readMade(header: string | undefined, now: Date): Made {
  const claim = readClaim(header)
  if (!claim) return madeNow(now)
  const claimed = new Date(claim.claimed)
  const corrected = claimed.getTime() + claim.offset
  const heard = claim.heardAt === undefined ? -Infinity : Date.parse(claim.heardAt)
  const earliest = heard <= now.getTime() ? heard : -Infinity
  const at = Math.min(Math.max(corrected, earliest), now.getTime())
  const isReadable = now.getTime() - at <= longestWait
  return { at: isReadable ? new Date(at) : now, claimed }
}

function readClaim(header: string | undefined): Claim | undefined {
  if (header === undefined || header.length > 300) return undefined
  try {
    const { claimed, offset, heardAt } = JSON.parse(header) as Partial<Record<keyof Claim, unknown>>
    if (!isMoment(claimed) || !Number.isFinite(offset)) return undefined
    return { claimed, offset: Number(offset), ...(isMoment(heardAt) ? { heardAt } : {}) }
  } catch {
    return undefined
  }
}

/** PostgreSQL and Date agree on these years; a clock elsewhere says nothing. */
function isMoment(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 40) return false
  const year = new Date(value).getUTCFullYear()
  return year >= 1970 && year < 10_000
}

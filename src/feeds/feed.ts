/**
 * Where a district's rosters come from by themselves: files that lie in a folder, and a server that is asked every
 * night; and what the columns of its own extracts are.
 */
export const serverVersions = ['1.1', '1.2'] as const
export type ServerVersion = (typeof serverVersions)[number]

/** How it knows that it is us: by a token that it gives (OAuth 2), or by a signature on each message (OAuth 1.0a). */
export const signings = ['oauth2', 'oauth1'] as const
export type Signing = (typeof signings)[number]

/** Each night once, whenever the machine is awake; also where it was asked while the clock was ahead. */
export function isTimeToAsk(askedAt: Date | null, now: Date): boolean {
  const since = now.getTime() - (askedAt?.getTime() ?? 0)
  return since < 0 || since >= hoursBetweenAskings * hour
}
const hour = 3_600_000
const hoursBetweenAskings = 20

export type Readings = {
  /** when last everything was read, and when last what had changed */
  wholeAt: Date | null
  changesAt: Date | null
  /** whether it says what changed; nothing while nobody asked */
  givesChanges: boolean | null
  trouble: string
  /** something else changed since what was read from it: an import that was undone, a file */
  isDisturbed: boolean
}

const day = 24 * hour
/** Servers do not tell of every change, so that everything is read again after so long. */
export const daysBetweenWholes = 7
/** What changed is asked for from before the last reading: clocks differ, and some tell of a change a night late. */
const daysTwice = 2

/** From when on changes are asked for; nothing when everything is to be read. */
export function changesSince(readings: Readings, now: Date): Date | undefined {
  const { wholeAt, changesAt, givesChanges, trouble, isDisturbed } = readings
  if (wholeAt === null || givesChanges === false || trouble !== '' || isDisturbed) return undefined
  // a night is not asked at the very hour of the one before
  if (now.getTime() - wholeAt.getTime() > (daysBetweenWholes - 0.5) * day) return undefined
  const last = Math.max(wholeAt.getTime(), changesAt?.getTime() ?? 0)
  // read while the clock of this machine was wrong: since when is not known
  if (last > now.getTime()) return undefined
  return new Date(last - daysTwice * day)
}

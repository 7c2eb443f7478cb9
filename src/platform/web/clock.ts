import type { Claim } from '../made.ts'

/** How far this device's clock is off the server's, as measured when they last spoke. */
type Reading = { offset: number; heardAt: string }

const keptIn = 'cairn.clock'
/** Milliseconds. */
const writesEvery = 300_000
const changesBy = 60_000

let latest: Reading | undefined

/**
 * Called with what every answer of the server carries; what the device had kept says nothing about now. It is
 * seldom written down: a browser that is asked to write once a minute or more puts all it should write off for
 * minutes, also that somebody signed out, and whoever kills it then brings them back.
 */
export function noteServerNow(answer: Response): void {
  const said = answer.headers.get('x-cairn-now')
  if (!said || answer.headers.has('x-cairn-kept')) return
  latest = { offset: Date.parse(said) - Date.now(), heardAt: said }
  const { offset, heardAt = '' } = readKept()
  const heardHere = Date.parse(heardAt) - offset
  const isKnown =
    Math.abs(Date.now() - heardHere) < writesEvery && Math.abs(latest.offset - offset) < changesBy
  if (!isKnown) globalThis.localStorage?.setItem(keptIn, JSON.stringify(latest))
}

/** What this device says of the moment in which something is kept. */
export function claimNow(): Claim {
  const { offset, heardAt } = latest ?? readKept()
  return { claimed: new Date().toISOString(), offset, ...(heardAt === undefined ? {} : { heardAt }) }
}

/** What time it is, by the server's clock as far as this device knows it. */
export function serverNow(): Date {
  return new Date(Date.now() + (latest ?? readKept()).offset)
}

function readKept(): { offset: number; heardAt?: string } {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptIn) ?? '')
    const { offset, heardAt } = kept as Partial<Reading>
    return { offset: Number.isFinite(offset) ? Number(offset) : 0, ...(heardAt ? { heardAt } : {}) }
  } catch {
    return { offset: 0 }
  }
}

import type { Claim } from '../made.ts'

/** How far this device's clock is off the server's, as measured when they last spoke. */
type Reading = { offset: number; heardAt: string }

const keptIn = 'cairn.clock'
const writesEvery = 30_000

let latest: { reading: Reading; at: number } | undefined

/** Called with what every answer of the server carries; what the device had kept says nothing about now. */
export function noteServerNow(answer: Response): void {
  const said = answer.headers.get('x-cairn-now')
  if (!said || answer.headers.has('x-cairn-kept')) return
  const reading = { offset: Date.parse(said) - Date.now(), heardAt: said }
  const isNews = !latest || Math.abs(Date.now() - latest.at) > writesEvery
  if (!isNews) return
  latest = { reading, at: Date.now() }
  globalThis.localStorage?.setItem(keptIn, JSON.stringify(reading))
}

/** What this device says of the moment in which something is kept. */
export function claimNow(): Claim {
  const { offset, heardAt } = latest?.reading ?? readKept()
  return { claimed: new Date().toISOString(), offset, ...(heardAt === undefined ? {} : { heardAt }) }
}

/** What time it is, by the server's clock as far as this device knows it. */
export function serverNow(): Date {
  return new Date(Date.now() + (latest?.reading ?? readKept()).offset)
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

import { setTimeout as wait } from 'node:timers/promises'
import { askOutside, type OutsideRequest } from '../../platform/outside.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Said } from './server-tables.ts'

export type Answer = Awaited<ReturnType<typeof askOutside>>
type Bounds = { bytes: number; local: boolean; patience: number }

export const mostTries = 4

/** A server that is busy, and a line that breaks between two pages, are tried again; what it says in the end is answered. */
export async function askPatiently(url: URL, request: OutsideRequest, bounds: Bounds): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await askOutside(url, request, bounds).catch((error: unknown): Answer => {
      if (attempt >= mostTries || !(error instanceof Refusal && error.code === 'address_not_reached'))
        throw error
      return { status: 503, headers: {}, body: Buffer.alloc(0) }
    })
    const isBusy = answer.status === 429 || answer.status >= 500
    if (!isBusy || attempt >= mostTries) return answer
    await wait(secondsOf(answer.headers['retry-after'], attempt) * 1000)
  }
}

/** As a number, or until a time; never longer than half a minute. */
function secondsOf(said: string | undefined, usual: number): number {
  const until = Date.parse(said ?? '')
  const seconds = Number.isFinite(Number(said)) ? Number(said) : (until - Date.now()) / 1000
  return Math.min(Math.max(Number.isFinite(seconds) ? seconds : usual, 0), 30)
}

/** Undefined where it is no object: a page for people, say. */
export function jsonOf(body: Buffer): Said | undefined {
  try {
    // some write a mark of the byte order in front
    const value: unknown = JSON.parse(body.toString('utf8').replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Said) : undefined
  } catch {
    return undefined
  }
}

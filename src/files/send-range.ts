import type { FastifyReply } from 'fastify'
import type { Storage } from './storage.ts'

/** For whoever has no account: not kept for long, not found by a search engine, and nothing in it can run. */
export const guestFileHeaders = {
  'x-robots-tag': 'noindex, noimageindex',
  'cache-control': 'private, max-age=300',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}

type Sent = { id: string; rendition: string; bytes: number }

/** Players ask for parts of a recording (RFC 9110 section 14); one range at a time is enough for them. */
export function sendRange(
  reply: FastifyReply,
  storage: Storage,
  { id, rendition, bytes }: Sent,
  header: string | undefined,
) {
  reply.header('accept-ranges', 'bytes')
  const range = rangeOf(header, bytes)
  if (range === 'unsatisfiable') return reply.status(416).header('content-range', `bytes */${bytes}`).send()
  if (!range) return reply.header('content-length', bytes).send(storage.open(id, rendition))
  return reply
    .status(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${bytes}`)
    .header('content-length', range.end - range.start + 1)
    .send(storage.open(id, rendition, range))
}

type ByteRange = { start: number; end: number }

/** The one range a header asks for, inclusive; undefined means the whole (RFC 9110 section 14.2). */
function rangeOf(header: string | undefined, bytes: number): ByteRange | 'unsatisfiable' | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return undefined
  if (asked[1] === '') return fromEnd(Number(asked[2]), bytes)
  const start = Number(asked[1])
  const end = asked[2] === '' ? bytes - 1 : Math.min(Number(asked[2]), bytes - 1)
  return start > end ? 'unsatisfiable' : { start, end }
}

function fromEnd(length: number, bytes: number): ByteRange | 'unsatisfiable' {
  if (length === 0 || bytes === 0) return 'unsatisfiable'
  return { start: Math.max(0, bytes - length), end: bytes - 1 }
}

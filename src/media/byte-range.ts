export type ByteRange = { start: number; end: number }

/** The one range a header asks for, inclusive; undefined means the whole (RFC 9110 section 14.2). */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | 'unsatisfiable' | undefined {
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

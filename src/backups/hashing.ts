import { createHash } from 'node:crypto'

/** Says what passed through: its SHA-256 in hexadecimal, and how many bytes there were. */
export function hashing() {
  const hash = createHash('sha256')
  let bytes = 0
  async function* pass(source: AsyncIterable<Buffer>) {
    for await (const part of source) {
      hash.update(part)
      bytes += part.length
      yield part
    }
  }
  return { pass, result: () => ({ bytes, sha256: hash.digest('hex') }) }
}

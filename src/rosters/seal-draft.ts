import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { Packed } from './shrink-rows.ts'
import type { Roster } from './roster.ts'
import type { PackedAsJson, Rows } from './rows.ts'

/** A roster as JSON knows it. */
type Spelled = {
  [Part in keyof Roster]: Roster[Part] extends Rows<infer Row> ? PackedAsJson<Row> : Roster[Part]
}

/** A backup or a glance into the database does not show the roster of a file that nobody applied. */
const keyOf = (secret: string, importId: string) =>
  createHmac('sha256', secret).update(`roster draft ${importId}`).digest()

const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }

export function sealDraft(secret: string, importId: string, roster: Roster): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, importId), nonce)
  const packed = brotliCompressSync(JSON.stringify(roster), quick)
  const sealed = Buffer.concat([cipher.update(packed), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

export function openDraft(secret: string, importId: string, sealed: Buffer): Roster {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, importId), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  const packed = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  const { people, enrollments, guardianships, rejected, ...rest } = JSON.parse(
    brotliDecompressSync(packed).toString(),
  ) as Spelled
  return {
    ...rest,
    people: Packed.of(people),
    enrollments: Packed.of(enrollments),
    guardianships: Packed.of(guardianships),
    rejected: Packed.of(rejected),
  }
}

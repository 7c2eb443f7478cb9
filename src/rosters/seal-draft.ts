import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { Refusal } from '../platform/refusal.ts'
import type { Roster } from './roster.ts'
import { Packed, settle } from './shrink-rows.ts'

const large = ['people', 'enrollments', 'guardianships', 'rejected'] as const
type Large = (typeof large)[number]

/** A roster in pieces, so that no more than a few rows of it are spelled out or sent at a time. */
export type Piece = { part: Large | 'rest'; bytes: Uint8Array }
type Rest = Omit<Roster, Large> & { lengths: Record<Large, number> }

export function* piecesOf({
  people,
  enrollments,
  guardianships,
  rejected,
  ...rest
}: Roster): Generator<Piece> {
  const rows = { people, enrollments, guardianships, rejected }
  const lengths = Object.fromEntries(large.map((part) => [part, rows[part].length]))
  yield { part: 'rest', bytes: deflateRawSync(JSON.stringify({ ...rest, lengths })) }
  for (const part of large) for (const bytes of rows[part].packs()) yield { part, bytes }
}

/** A backup or a glance into the database does not show the roster of a file that nobody applied. */
const keyOf = (secret: string, importId: string) =>
  createHmac('sha256', secret).update(`roster draft ${importId}`).digest()

export function* sealDraft(secret: string, importId: string, roster: Roster): Generator<Piece> {
  const key = keyOf(secret, importId)
  let place = 0
  for (const { part, bytes } of piecesOf(roster)) {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${place++} ${part}`))
    const sealed = [cipher.update(bytes), cipher.final()]
    yield { part, bytes: Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]) }
  }
}

function unseal(key: Buffer, at: string, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(at))
    .setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  } catch {
    throw new Refusal('roster_forgotten')
  }
}

/** Whole, or refused: half a roster would take people out of their classes. */
export async function openDraft(
  secret: string,
  importId: string,
  pieces: AsyncIterable<Piece>,
): Promise<Roster> {
  const key = keyOf(secret, importId)
  const packs: Record<Piece['part'], Uint8Array[]> = {
    rest: [],
    people: [],
    enrollments: [],
    guardianships: [],
    rejected: [],
  }
  let place = 0
  for await (const { part, bytes } of pieces) {
    packs[part].push(settle(unseal(key, `${place++} ${part}`, bytes)))
  }
  const [rest] = packs.rest
  if (rest === undefined) throw new Refusal('roster_forgotten')
  const { lengths, ...roster } = JSON.parse(inflateRawSync(rest).toString()) as Rest
  const rows = <T>(part: Large): Packed<T> => {
    const all = Packed.of<T>(packs[part], lengths[part])
    if (all === undefined) throw new Refusal('roster_forgotten')
    return all
  }
  return {
    ...roster,
    people: rows('people'),
    enrollments: rows('enrollments'),
    guardianships: rows('guardianships'),
    rejected: rows('rejected'),
  }
}

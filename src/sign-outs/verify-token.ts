import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'
import type { Ground } from '../platform/transaction.ts'
import { askKeys } from '../providers/ask-provider.ts'

const mostTokenLetters = 16_384
const believedMs = 10 * 60_000
/** A key nobody knows may be a new one; but whoever makes some up does not make us ask each time. */
const restMs = 30_000
const smallestKeyBits = 2048

const Header = z.object({
  alg: z.literal('RS256'),
  kid: z.string().optional(),
  typ: z
    .string()
    .regex(/^(application\/)?(logout\+jwt|jwt)$/i)
    .optional(),
  crit: z.never().optional(),
})
const Key = z.object({
  kty: z.literal('RSA'),
  kid: z.string().optional(),
  use: z.literal('sig').optional(),
  alg: z.literal('RS256').optional(),
})
type Header = z.infer<typeof Header>

/** The keys that providers showed, or did not, by the address where they show them. */
export type KeyRing = Map<string, { keys: Promise<readonly unknown[]>; at: number }>

/** What a token says that a provider's key has signed, the way ID tokens are signed: by RS256 and nothing else. */
export async function verifyToken(
  ground: Ground,
  ring: KeyRing,
  { token, address }: { token: string; address: string },
): Promise<unknown> {
  const parts = token.length > mostTokenLetters ? [] : token.split('.')
  const [head = '', body = '', signature = ''] = parts
  if (parts.length !== 3) throw new Error('no token')
  const header = Header.parse(jsonIn(head))
  const words = Buffer.from(`${head}.${body}`)
  const seal = Buffer.from(signature, 'base64url')
  const holds = (await keysFor(ground, ring, address, header)).some((key) =>
    verify('sha256', words, key, seal),
  )
  if (!holds) throw new Error('not signed')
  return jsonIn(body)
}

const jsonIn = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))

async function keysFor(ground: Ground, ring: KeyRing, address: string, header: Header): Promise<KeyObject[]> {
  const now = ground.now().getTime()
  const known = ring.get(address)
  const age = known ? now - known.at : Infinity
  const found = known && age < believedMs ? pick(await known.keys.catch(() => []), header) : []
  if (found.length > 0 || age < restMs) return found
  // also those who come while it is asked wait for the one answer
  const asked = ring.get(address)
  const keys = asked && asked !== known ? asked.keys : askKeys(ground, address)
  ring.set(address, { keys, at: now })
  return pick(await keys, header)
}

const pick = (keys: readonly unknown[], { kid }: Header): KeyObject[] =>
  keys
    .filter((one) => {
      const { success, data } = Key.safeParse(one)
      return success && (kid === undefined || data.kid === kid)
    })
    .map((one) => createPublicKey({ key: one as JsonWebKey, format: 'jwk' }))
    .filter((key) => (key.asymmetricKeyDetails?.modulusLength ?? 0) >= smallestKeyBits)

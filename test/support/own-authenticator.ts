import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Twist = {
  origin?: string
  site?: string
  flags?: number
  counter?: number
  type?: string
  otherKey?: boolean
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
const uint32 = (value: number) => Buffer.from([24, 16, 8, 0].map((shift) => (value >>> shift) & 255))
/** Somebody was there, and was who the device knows. */
const [present, verified, attested] = [1, 4, 64]
export const unverified = present

/** The few forms of CBOR that a passkey needs. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, size: number) =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255])
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const pairs = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as Buffer)])
  return Buffer.concat([head(5, value.size), ...pairs])
}

/** A device that makes one passkey and shows it, rightly or wrongly. */
export function layAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credential = randomBytes(32)
  const id = credential.toString('base64url')
  let counter = 0
  const clientData = (type: string, challenge: string, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }))
  return {
    id,
    make: (challenge: string, twist: Twist = {}) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const point = (part: string) => Buffer.from(part, 'base64url')
      const cose = new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point(x)],
        [-3, point(y)],
      ])
      const data = Buffer.concat([
        sha256(twist.site ?? new URL(origin).hostname),
        Buffer.from([attested | (twist.flags ?? present | verified)]),
        uint32(0),
        Buffer.alloc(16),
        Buffer.from([0, credential.length]),
        credential,
        cbor(cose),
      ])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ])
      const said = clientData(twist.type ?? 'webauthn.create', challenge, twist.origin ?? origin)
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: said.toString('base64url'),
          attestationObject: cbor(attestation).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    show: (challenge: string, twist: Twist = {}) => {
      counter += 1
      const data = Buffer.concat([
        sha256(twist.site ?? new URL(origin).hostname),
        Buffer.from([twist.flags ?? present | verified]),
        uint32(twist.counter ?? counter),
      ])
      const said = clientData(twist.type ?? 'webauthn.get', challenge, twist.origin ?? origin)
      const key = twist.otherKey ? other.privateKey : privateKey
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: said.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', Buffer.concat([data, sha256(said)]), key).toString('base64url'),
        },
      }
    },
  }
}

export type OwnAuthenticator = ReturnType<typeof layAuthenticator>

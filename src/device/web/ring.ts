import { keyOf, type Sealed, seal, unseal } from './sealing.ts'

/**
 * What lets one person at the things this device keeps for them. Their key is made here and kept only locked:
 * once under a key that the server hands to whoever is signed in, and once under their password, so that they
 * can come in without a network. Either lock opens it; neither can be opened with what lies on the device.
 */
export type Ring = {
  person: string
  /** who may try a password on it, without naming anybody */
  usernameHash?: string
  byServer?: Sealed
  byPassword?: Sealed & { salt: Uint8Array<ArrayBuffer>; rounds: number }
  /** what a screen needs to greet them without a network */
  profile?: Sealed
}

/** What somebody brings: the server's word that it is they, or what only they know. */
export type Proof = { serverKey: Uint8Array<ArrayBuffer> } | { password: string }

/** OWASP's count for PBKDF2 with SHA-256: about a second on an old tablet, once a sign-in. */
const rounds = 600_000

export type Opened = { ring: Ring; bytes: Uint8Array<ArrayBuffer> }

export async function makeRing(person: string, proof: Proof): Promise<Opened> {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return { ring: await addLock({ person }, bytes, proof), bytes }
}

/** The key, if the proof fits one of the locks. */
export async function openRing(ring: Ring, proof: Proof): Promise<Opened | undefined> {
  const lock = 'password' in proof ? ring.byPassword : ring.byServer
  if (!lock) return undefined
  try {
    const key = await lockOf(proof, 'password' in proof ? ring.byPassword : undefined)
    const bytes = new Uint8Array(await unseal(key, placeOf(ring), lock))
    return { ring, bytes }
  } catch {
    return undefined
  }
}

/** The same ring with one more way in; the earlier one of the kind no longer opens it. */
export async function addLock(ring: Ring, bytes: Uint8Array<ArrayBuffer>, proof: Proof): Promise<Ring> {
  if (!('password' in proof)) {
    const byServer = await seal(await lockOf(proof), placeOf(ring), bytes)
    return { ...ring, byServer }
  }
  const made = { salt: crypto.getRandomValues(new Uint8Array(16)), rounds }
  const sealed = await seal(await lockOf(proof, made), placeOf(ring), bytes)
  return { ...ring, byPassword: { ...sealed, ...made } }
}

export async function hashOfUsername(username: string): Promise<string> {
  const typed = new TextEncoder().encode(`cairn ${username.trim().toLowerCase()}`)
  return hex(await crypto.subtle.digest('SHA-256', typed))
}

export function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

type Made = { salt: Uint8Array<ArrayBuffer>; rounds: number }

async function lockOf(proof: Proof, made?: Made): Promise<CryptoKey> {
  if (!('password' in proof)) return keyOf(proof.serverKey)
  if (!made) throw new Error('a password opens nothing without its salt')
  const typed = new TextEncoder().encode(proof.password)
  const from = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: made.salt, iterations: made.rounds }
  return crypto.subtle.deriveKey(how, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const placeOf = ({ person }: Ring) => `ring ${person}`

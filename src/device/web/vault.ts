import { database } from './database.ts'
import { addLock, hashOfUsername, makeRing, type Opened, openRing, type Proof, type Ring } from './ring.ts'
import { canSeal, keyOf, sealJson, unsealJson } from './sealing.ts'

/**
 * Whoever is signed in on this device, with the key to what it keeps for them. It is there from sign-in to
 * sign-out and for one person at a time. `by: 'device'` is somebody who came in without a network: what they
 * keep is theirs, but nothing is asked or sent in their name until the server has said so too.
 */
export type Vault = {
  person: string
  key: CryptoKey
  by: 'server' | 'device'
  /** what waits here under earlier records of the same person, which the office merged into this one */
  also?: readonly { person: string; key: CryptoKey }[]
}

export type Keys = { username: string; password: string }

let known: Promise<Vault | undefined> | undefined
let channel: BroadcastChannel | undefined
const listeners = new Set<() => void>()
let opening: Promise<void> = Promise.resolve()

export function vaultHere(): Promise<Vault | undefined> {
  listen()
  known ??= canSeal() ? readHere() : Promise.resolve(undefined)
  return known
}

/** Called when somebody else is here, or nobody any more; also by what another tab did. */
export function watchVault(listener: () => void): () => void {
  listen()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Told of the way to a vault: until it has ended well or badly, nobody takes it for one that does not open. */
export function openingBy(way: Promise<void>): Promise<void> {
  opening = way.catch(() => undefined)
  return way
}

/** The vault of this person as soon as it is open; undefined when it does not open in good time. */
export async function vaultOf(person: string): Promise<Vault | undefined> {
  const now = await vaultHere()
  if (now?.person === person || !canSeal()) return now
  return new Promise((resolve) => {
    const look = async () => {
      const vault = await vaultHere()
      if (vault?.person === person) finish(vault)
    }
    const stop = watchVault(() => void look())
    const tooLong = () => void opening.then(look).finally(() => finish(undefined))
    const timer = setTimeout(tooLong, 8_000)
    const finish = (vault: Vault | undefined) => {
      stop()
      clearTimeout(timer)
      resolve(vault)
    }
  })
}

/**
 * Opens the vault of whoever the server says is signed in. With the password they typed, the way in without a
 * network is kept up to date too. What was kept under keys that nobody has any more stays shut.
 */
export async function openVault(
  person: string,
  serverKey: Uint8Array<ArrayBuffer>,
  typed?: Keys,
): Promise<void> {
  if (!canSeal()) return
  const proof = { serverKey }
  const kept = await (await database()).get('ring', person)
  const opened = kept ? await openOrReplace(kept, proof, typed) : await begin(person, proof)
  if (!opened) return closeVault()
  await letIn({ person, key: await keyOf(opened.bytes), by: 'server' })
  if (!(await openRing(opened.ring, proof))) await relock(opened, proof)
  if (typed) await lockWithPassword(opened, typed)
}

/** Comes in without a network, as somebody this device knows. */
export async function openVaultByPassword(
  typed: Keys,
): Promise<{ vault: Vault; profile: unknown } | undefined> {
  if (!canSeal()) return undefined
  const usernameHash = await hashOfUsername(typed.username)
  const rings = await (await database()).getAllFromIndex('ring', 'usernameHash', usernameHash)
  for (const ring of rings) {
    const opened = await openRing(ring, typed)
    if (!opened || !ring.profile) continue
    const vault: Vault = { person: ring.person, key: await keyOf(opened.bytes), by: 'device' }
    const profile = await unsealJson(vault.key, placeOfProfile(ring.person), ring.profile)
    await letIn(vault)
    return { vault, profile }
  }
  return undefined
}

/** Whether this password opens what is kept here for somebody; nothing is let in by it. */
export async function opensFor(person: string, password: string): Promise<boolean> {
  if (!canSeal()) return false
  const ring = await (await database()).get('ring', person)
  return ring !== undefined && (await openRing(ring, { password })) !== undefined
}

/** Whether anybody of this name has been here, so that a wrong password can be told from a first visit. */
export async function isKnownHere(username: string): Promise<boolean> {
  if (!canSeal()) return false
  const hash = await hashOfUsername(username)
  return (await (await database()).countFromIndex('ring', 'usernameHash', hash)) > 0
}

/** What a screen needs to know of the person without a network. */
export async function keepProfile(person: string, profile: unknown): Promise<void> {
  const vault = await vaultOf(person)
  if (vault?.person !== person) return
  await changeRing(person, { profile: await sealJson(vault.key, placeOfProfile(person), profile) })
}

/** The key leaves; what it locked stays and cannot be read until its owner comes back. */
export async function closeVault(): Promise<void> {
  if (!canSeal()) return
  await (await database()).delete('here', 'here')
  tell()
}

const placeOfProfile = (person: string) => `profile ${person}`

async function readHere(): Promise<Vault | undefined> {
  return (await database()).get('here', 'here')
}

export async function letIn(vault: Vault): Promise<void> {
  await (await database()).put('here', vault, 'here')
  tell()
}

/**
 * After the server's secret has changed, the password still opens what it locked. Only when neither opens it is
 * a new ring made over it: nobody could ever have read what the old one kept.
 */
async function openOrReplace(kept: Ring, proof: Proof, typed: Keys | undefined): Promise<Opened | undefined> {
  const opened = (await openRing(kept, proof)) ?? (typed && (await openRing(kept, typed)))
  if (opened) return opened
  if (kept.byPassword && !typed) return undefined
  const made = await makeRing(kept.person, proof)
  await (await database()).put('ring', made.ring)
  return made
}

/** Two tabs may begin at once: the first ring stays, and both use its key. */
async function begin(person: string, proof: Proof): Promise<Opened | undefined> {
  const made = await makeRing(person, proof)
  const writing = (await database()).transaction('ring', 'readwrite')
  const other = await writing.store.get(person)
  if (!other) await writing.store.put(made.ring)
  await writing.done
  return other ? openRing(other, proof) : made
}

async function relock({ ring, bytes }: Opened, proof: Proof): Promise<void> {
  const { byServer } = await addLock(ring, bytes, proof)
  if (byServer) await changeRing(ring.person, { byServer })
}

async function lockWithPassword({ ring, bytes }: Opened, typed: Keys): Promise<void> {
  const usernameHash = await hashOfUsername(typed.username)
  if (ring.usernameHash === usernameHash && (await openRing(ring, typed))) return
  const { byPassword } = await addLock(ring, bytes, typed)
  if (byPassword) await changeRing(ring.person, { usernameHash, byPassword })
}

async function changeRing(person: string, changes: Partial<Ring>): Promise<void> {
  const writing = (await database()).transaction('ring', 'readwrite')
  const ring = await writing.store.get(person)
  if (ring) await writing.store.put({ ...ring, ...changes })
  await writing.done
}

function listen(): void {
  if (channel || typeof BroadcastChannel === 'undefined') return
  channel = new BroadcastChannel('cairn-vault')
  channel.addEventListener('message', hear)
}

function tell(): void {
  listen()
  channel?.postMessage('changed')
  hear()
}

function hear(): void {
  known = undefined
  for (const listener of listeners) listener()
}

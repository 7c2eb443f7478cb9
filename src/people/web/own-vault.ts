import type { Keys } from '../../device/web/vault.ts'
import { askAs, call } from '../../platform/web/client.ts'
import { GetDeviceKey } from '../contract.ts'
import { keepMark } from './leaving.ts'
import type { Me } from './me.tsx'

/** Fetched after the page is drawn: nobody waits for ciphers to see their work. */
const vaults = () => import('../../device/web/vault.ts')

/** Whom only this device let in; written where it can be read before anything is fetched. */
const keptIn = 'cairn.let-in-here'

/**
 * Opens what this device keeps for whoever the server says is here, and shuts everybody else's. Without a
 * network nothing changes: who came in by their password stays in.
 */
export async function settleVault(me: Me, typed?: Keys): Promise<void> {
  const { keepProfile, openingBy } = await vaults()
  await openingBy(openFor(me, typed))
  // whoever comes in by their password has the device back
  await keepProfile(me.id, { ...me, handover: null })
}

async function openFor(me: Me, typed?: Keys): Promise<void> {
  const { closeVault, openVault, vaultHere } = await vaults()
  const { waitingHere } = await import('../../outbox/web/sealed-entry.ts')
  const vault = await vaultHere()
  const settled = vault?.person === me.id && vault.by === 'server'
  // what waits here under another name may be theirs, since the office found that both are one
  if (!settled || typed || (await waitingHere()).some(({ person }) => person !== me.id)) {
    if (vault && vault.person !== me.id) await closeVault()
    const { personId, key, merged } = await call(GetDeviceKey, {}, { quietly: true })
    if (personId !== me.id) return
    await keepMark(keptIn, undefined)
    if (!settled || typed) await openVault(me.id, bytesOf(key), typed)
    const earlier = merged.map((one) => ({ person: one.personId, serverKey: bytesOf(one.key) }))
    const { openMerged } = await import('../../device/web/earlier-vaults.ts')
    await openMerged(me.id, earlier)
  }
}

/** Whether this device has met somebody of that name, who could come in without a network. */
export async function isKnownHere(username: string): Promise<boolean> {
  return (await vaults()).isKnownHere(username)
}

/** In without a network, where this device has met them before; undefined when the password opens nothing. */
export async function comeInWithoutNetwork(typed: Keys): Promise<Me | undefined> {
  const opened = await (await vaults()).openVaultByPassword(typed)
  if (!opened) return undefined
  await keepMark(keptIn, opened.vault.person)
  return opened.profile as Me
}

/** What is kept stays and is shut until its owner comes back. */
export async function shutVault(): Promise<void> {
  await keepMark(keptIn, undefined)
  await vaults()
    .then(({ closeVault }) => closeVault())
    .catch(() => undefined)
}

/** Somebody whom only this device let in is not asked about at the server under another's session. */
export function askAsOwner(): 'device' | 'server' {
  const person = localStorage.getItem(keptIn)
  if (person === null) return 'server'
  askAs(person)
  return 'device'
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

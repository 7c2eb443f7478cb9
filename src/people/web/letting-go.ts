import type { Locale } from '../../platform/locales.ts'
import { noteClassDevice } from './class-device.ts'
import { handedIn, tabletAddress } from './handed-over.ts'
import type { Me } from './me.tsx'
import { signOut } from './sign-out.ts'

const keptAnswers = () => import('../../device/web/kept-answer.ts')

/** Whatever becomes of it, the device is let go of. */
const forget = (person: string) =>
  keptAnswers()
    .then(({ forgetKept }) => forgetKept(person))
    .catch(() => undefined)

/**
 * The server has narrowed the session; now this device lets go of what its teacher saw on it. The page is emptied
 * before it is left, because browsers keep pages as they were for whoever goes back.
 */
export async function giveAway(person: string): Promise<void> {
  localStorage.setItem(handedIn, String(Date.now()))
  document.body.replaceChildren()
  await forget(person)
  location.replace(tabletAddress)
}

/** Taken back with the server's word for it: everything is the teacher's again. */
export function takeBack(to: string): void {
  localStorage.removeItem(handedIn)
  location.replace(to)
}

/**
 * Taken back without a network, by the password this device knows: the teacher is signed out here, and the server
 * is told when it can be. What it answers about them until then is what it was before.
 */
export async function takeBackWithoutNetwork(me: Me, password: string): Promise<boolean> {
  const [{ opensFor, vaultHere }, { forgetKept, keepAnswer }] = await Promise.all([
    import('../../device/web/vault.ts'),
    keptAnswers(),
  ])
  if (!(await opensFor(me.id, password))) return false
  const vault = await vaultHere()
  if (vault?.person === me.id) {
    await forgetKept(me.id)
    const bytes = new TextEncoder().encode(JSON.stringify({ ...me, handover: null })).buffer
    await keepAnswer(vault, `${location.origin}/api/me`, { type: 'application/json', bytes, media: false })
  }
  localStorage.removeItem(handedIn)
  await signOut()
  return true
}

/** The device is put at the door of a class: whoever put it there leaves, with all that they saw on it. */
export async function giveToDoor(person: string, locale: Locale): Promise<void> {
  await forget(person)
  noteClassDevice(locale)
  await signOut()
}

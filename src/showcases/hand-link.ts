import { createHmac, timingSafeEqual } from 'node:crypto'
import { demand } from '../access/may.ts'
import type { OutputOf } from '../platform/contract.ts'
import { bytesOfId, idOfBytes } from '../platform/id-form.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer } from '../platform/transaction.ts'
import type { GetShowcaseLink } from './contract.ts'
import { showcaseFor } from './store.ts'

/**
 * The link of a showcase is its id and 192 bits that only the server can make of it. It is kept nowhere: who reads
 * the whole database cannot open a page, and a guess is wrong without a look into it.
 */
const markBytes = 24
const tokenPattern = /^[A-Za-z0-9_-]{54}$/

/** What a link opens; a link of one kind opens nothing of another. */
type LinkKind = 'showcase' | 'exhibition' | 'kiosk' | 'panel'

const markOf = (secret: string, kind: LinkKind, id: Buffer) =>
  createHmac('sha256', secret).update(`${kind} `).update(id).digest().subarray(0, markBytes)

export function tokenFor(secret: string, ofId: string, kind: LinkKind = 'showcase'): string {
  const id = bytesOfId(ofId)
  return Buffer.concat([id, markOf(secret, kind, id)]).toString('base64url')
}

/** The id that a link was made of, if it was made here. */
export function idBehind(secret: string, token: string, kind: LinkKind): string | undefined {
  if (!tokenPattern.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), markOf(secret, kind, id)) || bytes.toString('base64url') !== token)
    return undefined
  return idOfBytes(id)
}

export const pathOf = (token: string): string => `/guest/${token}`

/** The same link every time, made anew from the server's secret for those it is theirs to hand on. */
export async function handLink(
  { ground, asker }: Doorstep,
  id: string,
): Promise<OutputOf<typeof GetShowcaseLink>> {
  if (!asker) throw new Refusal('not_signed_in')
  const found = await asViewer(ground, asker, (context) => showcaseFor(context, id, 'link'))
  demand(found)
  return { path: pathOf(tokenFor(ground.secret, id)), closesAt: found?.closesAt.toISOString() ?? '' }
}

const passHours = 12

/** That somebody knew the passcode, for half a day and this passcode. */
export function passFor(secret: string, showcaseId: string, passcodeHash: string, now: Date): string {
  const until = String(Math.floor(now.getTime() / 1000) + passHours * 3600)
  return `${until}.${sealOf(secret, showcaseId, passcodeHash, until)}`
}

export function passHolds(
  secret: string,
  pass: string | undefined,
  of: { showcaseId: string; passcodeHash: string },
  now: Date,
): boolean {
  const [until = '', seal = ''] = (pass ?? '').split('.')
  const right = Buffer.from(sealOf(secret, of.showcaseId, of.passcodeHash, until))
  const given = Buffer.from(seal)
  return (
    given.length === right.length && timingSafeEqual(given, right) && Number(until) * 1000 > now.getTime()
  )
}

const sealOf = (secret: string, id: string, passcodeHash: string, until: string) =>
  createHmac('sha256', secret).update(`guest ${id} ${passcodeHash} ${until}`).digest('base64url')

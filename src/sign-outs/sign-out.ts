import { signOutAddress } from '../providers/provider.ts'
import { freshMs, toleranceMs } from './logout-token.ts'

/** What a provider says of somebody's leaving, signed. */
export type Said = {
  id: string
  issuer: string
  destination: string | undefined
  issuedAt: string | undefined
  notOnOrAfter: string | undefined
}

/** Somebody is to leave here too: from the named sessions, or from all that they have. */
export type Request = Said & { kind: 'request'; nameId: string; indexes: readonly string[] }
/** What became of our own request. */
export type Answer = Said & { kind: 'answer'; inResponseTo: string | undefined; done: boolean }

export function isForUs(
  said: Said,
  provider: { id: string; issuer: string },
  origin: string,
  now: Date,
): boolean {
  const at = now.getTime()
  const issued = Date.parse(said.issuedAt ?? '')
  const ends = said.notOnOrAfter === undefined ? Number.POSITIVE_INFINITY : Date.parse(said.notOnOrAfter)
  return (
    said.id !== '' &&
    said.issuer === provider.issuer &&
    said.destination === signOutAddress(origin, provider.id) &&
    issued > at - freshMs &&
    issued < at + toleranceMs &&
    ends > at - toleranceMs
  )
}

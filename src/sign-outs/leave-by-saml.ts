import { randomBytes } from 'node:crypto'
import type { OwnKeys } from '../provider-keys/provider-key.ts'
import { openSaml } from '../providers/ask-by-saml.ts'
import type { StandingProvider } from '../providers/store.ts'
import type { SessionLeft, WayOn } from './store.ts'

const unspecified = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified'

/** Asks a SAML provider, signed, to end the visit that it knows by these names. */
export async function leaveBySaml(
  provider: StandingProvider,
  signing: OwnKeys['signing'],
  left: SessionLeft,
  origin: string,
): Promise<WayOn | undefined> {
  if (!provider.signOutAt || !signing) return undefined
  const [state, relay] = [`_${randomBytes(20).toString('hex')}`, randomBytes(16).toString('hex')]
  const saml = await openSaml(provider, origin, { requestId: state, signing })
  const who = {
    issuer: provider.issuer,
    nameID: left.nameId,
    nameIDFormat: left.format ?? unspecified,
    ...(left.qualifier === null ? {} : { nameQualifier: left.qualifier }),
    ...(left.qualifierHere === null ? {} : { spNameQualifier: left.qualifierHere }),
    ...(left.index === null ? {} : { sessionIndex: left.index }),
  }
  return { address: await saml.getLogoutUrlAsync(who, relay, {}), state, relay }
}

import { randomBytes } from 'node:crypto'
import { stringify } from 'node:querystring'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { openSaml } from '../providers/ask-by-saml.ts'
import { findProvider } from '../providers/begin-trip.ts'
import { endVisits } from './end-visits.ts'
import type { Brought } from './read-message.ts'
import { readSignOut } from './read-sign-out.ts'
import { isForUs } from './sign-out.ts'

type Came = { providerId: string; origin: string; brought: Brought }

/** Where the browser goes on to: back with our answer, or to the page that says what became of ours. */
export async function receiveSignOut(ground: Ground, { providerId, origin, brought }: Came): Promise<string> {
  const { provider, keys, districtId } = await findProvider(ground, providerId)
  if (provider.kind !== 'saml') throw new Refusal('not_found')
  const said = await readSignOut(provider, keys, brought).catch((error: unknown) => {
    ground.log.info({ provider: providerId, why: (error as Error).name }, 'a sign-out was refused')
    throw new Refusal('provider_refused')
  })
  if (!isForUs(said, provider, origin, ground.now())) throw new Refusal('provider_refused')
  if (said.kind === 'answer') {
    const about = new URLSearchParams({
      request: said.inResponseTo ?? '',
      relay: said.relay ?? '',
      done: String(said.done),
    })
    return `/door/${providerId}/left?${about.toString()}`
  }
  const { nameId, indexes: visits } = said
  await endVisits(ground, { providerId, districtId }, { message: `sign-out ${said.id}`, nameId, visits })
  if (!provider.signOutAt || !keys?.signing) return `/door/${providerId}/left?ended`
  const requestId = `_${randomBytes(20).toString('hex')}`
  const saml = await openSaml(provider, origin, { requestId, signing: keys.signing })
  const about = { ID: said.id, issuer: said.issuer, nameID: said.nameId, nameIDFormat: '' }
  return asSigned(await saml.getLogoutResponseUrlAsync(about, said.relay ?? '', {}, true))
}

/** The library signs a relay state in one spelling and sends it in another; whoever checks reads what was sent. */
function asSigned(address: string): string {
  const { origin, pathname, searchParams } = new URL(address)
  return `${origin}${pathname}?${stringify(Object.fromEntries(searchParams))}`
}

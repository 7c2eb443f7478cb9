import { X509Certificate } from 'node:crypto'
import type { OutputOf } from '../platform/contract.ts'
import { askOutside } from '../platform/outside.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import { askProvider, ProviderTrouble } from './ask-provider.ts'
import type { TryProvider } from './contract.ts'
import { mayDecideHere, providerCalled, type StandingProvider } from './store.ts'

/** Asked outside the transaction, because a provider may take its time. */
export async function checkProvider(
  { ground, asker }: Doorstep,
  { id }: { id: string },
): Promise<OutputOf<typeof TryProvider>> {
  if (!asker) throw new Refusal('not_signed_in')
  const provider = await asViewer(ground, asker, async (context) =>
    (await mayDecideHere(context)) ? providerCalled(context, id) : undefined,
  )
  if (!provider) throw new Refusal('not_found')
  if (provider.kind === 'saml') return { problem: await problemOfSaml(ground, provider) }
  try {
    const keys = (await askProvider(ground, provider)).serverMetadata().jwks_uri
    return { problem: keys !== undefined && (await signsWithKeys(ground, keys)) ? null : 'no_keys' }
  } catch (error) {
    if (error instanceof ProviderTrouble) return { problem: error.trouble }
    throw error
  }
}

/** Its certificates can be read and hold today, and where people are sent there is something that answers. */
async function problemOfSaml(
  ground: Ground,
  { certificates, signInAt }: StandingProvider,
): Promise<'away' | 'bad_certificate' | 'old_certificate' | null> {
  try {
    const ends = certificates.map((one) => new X509Certificate(one).validToDate.getTime())
    if (ends.every((end) => end < ground.now().getTime())) return 'old_certificate'
  } catch {
    return 'bad_certificate'
  }
  const limits = { bytes: 2 * 2 ** 20, local: ground.localAddresses ?? false }
  const answered = await askOutside(new URL(signInAt ?? ''), { method: 'GET', headers: {} }, limits).catch(
    () => null,
  )
  return answered !== null && answered.status < 500 && answered.status !== 404 ? null : 'away'
}

async function signsWithKeys(ground: Ground, address: string): Promise<boolean> {
  const limits = { bytes: 512 * 1024, local: ground.localAddresses ?? false }
  try {
    const { body } = await askOutside(new URL(address), { method: 'GET', headers: {} }, limits)
    const { keys } = JSON.parse(body.toString('utf8')) as { keys?: unknown[] }
    return Array.isArray(keys) && keys.length > 0
  } catch {
    return false
  }
}

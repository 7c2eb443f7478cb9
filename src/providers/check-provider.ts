import { X509Certificate } from 'node:crypto'
import type { Context } from '../platform/context.ts'
import type { OutputOf } from '../platform/contract.ts'
import { askOutside } from '../platform/outside.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import { openKeys } from '../provider-keys/open-keys.ts'
import type { OwnKeys } from '../provider-keys/provider-key.ts'
import { keysOf } from '../provider-keys/store.ts'
import { askKeys, askProvider, ProviderTrouble, signOutOf } from './ask-provider.ts'
import type { TryProvider } from './contract.ts'
import { latestSession } from './identity-store.ts'
import { mayDecideHere, providerCalled, type StandingProvider } from './store.ts'

/** Asked outside the transaction, because a provider may take its time. */
export async function checkProvider(
  { ground, asker }: Doorstep,
  { id }: { id: string },
): Promise<OutputOf<typeof TryProvider>> {
  if (!asker) throw new Refusal('not_signed_in')
  const found = await asViewer(ground, asker, async (context) =>
    (await mayDecideHere(context)) ? lookUp(context, ground.secret, id) : undefined,
  )
  if (!found?.provider) throw new Refusal('not_found')
  const { provider, keys, latest } = found
  const signs = provider.signsRequests && keys.signing !== undefined
  return {
    problem: await (provider.kind === 'saml'
      ? problemOfSaml(ground, provider, keys)
      : problemOf(ground, provider)),
    signs,
    latest: latest ? { at: latest.at.toISOString(), encrypted: latest.encrypted } : null,
  }
}

async function lookUp(context: Context, serverSecret: string, id: string) {
  const provider = await providerCalled(context, id)
  const keys = openKeys(serverSecret, await keysOf(context, id))
  return { provider, keys, latest: await latestSession(context, id) }
}

type Problem = OutputOf<typeof TryProvider>['problem']

async function problemOf(ground: Ground, provider: StandingProvider): Promise<Problem> {
  try {
    const configuration = await askProvider(ground, provider)
    await askKeys(ground, configuration.serverMetadata().jwks_uri ?? '')
    return provider.offersSignOut && !signOutOf(ground, configuration) ? 'no_sign_out' : null
  } catch (error) {
    if (error instanceof ProviderTrouble) return error.trouble
    throw error
  }
}

/** Its certificates can be read and hold today, and where people are sent there is something that answers. */
async function problemOfSaml(
  ground: Ground,
  { certificates, signInAt, signsRequests }: StandingProvider,
  { signing }: OwnKeys,
): Promise<Problem> {
  if (signsRequests && !signing) return 'no_key'
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

import * as openid from 'openid-client'
import { askOutside } from '../platform/outside.ts'
import { openSecret } from '../platform/sealed-secret.ts'
import type { Ground } from '../platform/transaction.ts'
import type { StandingProvider } from './store.ts'

/** How long what a provider says of itself is believed; its keys change more seldom. */
const believedMs = 10 * 60_000
const mostBytes = 512 * 1024
/** Of their clock and ours. */
const toleranceSeconds = 60

type Known = { configuration: openid.Configuration; until: number }

/** What providers said of themselves, by the revision it was asked for: a new secret or issuer is asked about anew. */
export type Directory = Map<string, Known>

export type Trouble =
  | 'away'
  | 'another'
  | 'no_keys'
  | 'no_secret'
  | 'bad_certificate'
  | 'old_certificate'
  | 'no_key'
  | 'no_sign_out'

export class ProviderTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble)
    this.name = 'ProviderTrouble'
    this.trouble = trouble
  }
}

/** The provider as it describes itself under its issuer's address; it must claim to be that very issuer. */
export async function askProvider(
  ground: Ground,
  provider: StandingProvider,
  directory?: Directory,
): Promise<openid.Configuration> {
  const now = ground.now().getTime()
  const known = directory?.get(provider.revisionId)
  if (known && known.until > now) return known.configuration
  const secret =
    provider.sealedSecret && openSecret(ground.secret, placeOfSecret(provider.id), provider.sealedSecret)
  if (!secret) throw new ProviderTrouble('no_secret')
  const configuration = await discover(ground, provider, secret)
  directory?.set(provider.revisionId, { configuration, until: now + believedMs })
  return configuration
}

async function discover(
  ground: Ground,
  provider: StandingProvider,
  secret: string,
): Promise<openid.Configuration> {
  const skew = Math.round((ground.now().getTime() - Date.now()) / 1000)
  const client = { [openid.clockSkew]: skew, [openid.clockTolerance]: toleranceSeconds }
  const local = ground.localAddresses ?? false
  // signatures are looked at although the token came from the provider itself
  const execute = [openid.enableNonRepudiationChecks, ...(local ? [openid.allowInsecureRequests] : [])]
  try {
    const options = { execute, [openid.customFetch]: fetchBehindWall(local) }
    return await openid.discovery(
      new URL(provider.issuer),
      provider.clientId,
      client,
      openid.ClientSecretPost(secret),
      options,
    )
  } catch (error) {
    throw new ProviderTrouble(isOfAnother(error) ? 'another' : 'away')
  }
}

const isOfAnother = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'

export const placeOfSecret = (providerId: string): string => `client secret of ${providerId}`

/** Where it says that people sign out, as long as that is an address a browser may be sent to. */
export function signOutOf(ground: Ground, configuration: openid.Configuration): string | undefined {
  const { end_session_endpoint: address = '' } = configuration.serverMetadata()
  const allowed = ground.localAddresses ? ['https:', 'http:'] : ['https:']
  return allowed.includes(URL.parse(address)?.protocol ?? '') ? address : undefined
}

/** What it shows to check its signatures with. */
export async function askKeys(ground: Ground, address: string): Promise<unknown[]> {
  const local = ground.localAddresses ?? false
  if (!local && URL.parse(address)?.protocol !== 'https:') throw new ProviderTrouble('no_keys')
  try {
    const asked = { method: 'GET', headers: {} }
    const { body } = await askOutside(new URL(address), asked, { bytes: mostBytes, local })
    const { keys } = JSON.parse(body.toString('utf8')) as { keys?: unknown }
    if (Array.isArray(keys) && keys.length > 0) return keys
  } catch {
    // whatever came instead
  }
  throw new ProviderTrouble('no_keys')
}

/** The program asks only where `platform/outside.ts` lets it, whatever a provider's own description says. */
function fetchBehindWall(local: boolean): openid.CustomFetch {
  return async (address, options) => {
    const headers = Object.fromEntries(new Headers(options.headers))
    const body = options.body === undefined || options.body === null ? undefined : String(options.body)
    const asked = { method: options.method, headers, body }
    const answer = await askOutside(new URL(address), asked, { bytes: mostBytes, local })
    const empty = answer.status === 204 || answer.status === 304
    return new Response(empty ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: answer.headers,
    })
  }
}

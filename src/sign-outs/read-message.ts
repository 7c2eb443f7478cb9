import { createVerify } from 'node:crypto'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { isPlain, mostResponseBytes } from '../providers/assertion.ts'
import { encryptingMethods } from '../providers/open-encrypted.ts'
import type { StandingProvider } from '../providers/store.ts'

const inflate = promisify(inflateRaw)

/** As a browser brought it: the address it came by, or the fields of a form. */
export type Brought = { query: string } | { form: { readonly [field: string]: unknown } }
export type Message = { xml: string; relay: string | undefined }

const hashes: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': 'sha384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'sha512',
}

/** The words that the provider's key has signed, and no others; without a signature there are none. */
export function readMessage(provider: StandingProvider, brought: Brought): Promise<Message> {
  return 'query' in brought ? readAddress(provider, brought.query) : readForm(provider, brought.form)
}

/** Signed is what stands in the address as it stands there, in this order; whatever stands twice is refused. */
async function readAddress({ certificates }: StandingProvider, query: string): Promise<Message> {
  const fields = query.split('&').map((field) => [field.split('=')[0] ?? '', field] as const)
  const one = (name: string) => {
    const found = fields.filter(([called]) => decode(called) === name)
    if (found.length > 1) throw new Error('said twice')
    const [called, field] = found[0] ?? []
    return called === undefined || field === undefined
      ? undefined
      : { field, said: decode(field.slice(called.length + 1)) }
  }
  const message = one('SAMLRequest') ?? one('SAMLResponse')
  const [relay, algorithm, signature] = [one('RelayState'), one('SigAlg'), one('Signature')]
  const hash = hashes[algorithm?.said ?? '']
  if (!message || !algorithm || !signature || hash === undefined) throw new Error('not signed')
  if (one('SAMLRequest') && one('SAMLResponse')) throw new Error('said twice')
  const words = [message.field, ...(relay ? [relay.field] : []), algorithm.field].join('&')
  const holds = certificates.some((certificate) =>
    createVerify(hash).update(words).verify(certificate, Buffer.from(signature.said, 'base64')),
  )
  if (!holds) throw new Error('not signed')
  const bytes = await inflate(Buffer.from(message.said, 'base64'), { maxOutputLength: mostResponseBytes })
  return { xml: bytes.toString('utf8'), relay: relay?.said }
}

const decode = (said: string): string => decodeURIComponent(said.replaceAll('+', ' '))

/** What may be encrypted by an older method may not be signed by it. */
const signedInfo = /<((?:[^\s<>/:]+:)?)SignedInfo[\s>][\s\S]*<\/\1SignedInfo\s*>/

async function readForm(
  { certificates }: StandingProvider,
  { SAMLRequest, SAMLResponse, RelayState }: { readonly [field: string]: unknown },
): Promise<Message> {
  const said = [SAMLRequest, SAMLResponse].filter((one) => typeof one === 'string')
  const [message] = said
  if (said.length !== 1 || message === undefined) throw new Error('said twice')
  const xml = Buffer.from(message, 'base64').toString('utf8')
  if (!isPlain(xml, { SignedInfo: 1 }, encryptingMethods)) throw new Error('not to be read')
  if (!isPlain(signedInfo.exec(xml)?.[0] ?? '<!', {})) throw new Error('not to be read')
  const { getVerifiedXml, parseDomFromString } = await import('@node-saml/node-saml/lib/xml.js')
  const { documentElement } = await parseDomFromString(xml)
  const signed = getVerifiedXml(xml, documentElement, [...certificates])
  if (signed === null) throw new Error('not signed')
  return { xml: signed, relay: typeof RelayState === 'string' ? RelayState : undefined }
}

import { z } from 'zod'
import type { OwnKeys } from '../provider-keys/provider-key.ts'
import { isPlain } from '../providers/assertion.ts'
import { encryptingMethods, openEncrypted } from '../providers/open-encrypted.ts'
import type { StandingProvider } from '../providers/store.ts'
import { type Brought, readMessage } from './read-message.ts'
import type { Answer, Request } from './sign-out.ts'

const text = z.object({ _: z.string().default('') })
const one = <T extends z.ZodType>(part: T) => z.tuple([part])
const head = {
  ID: z.string(),
  Destination: z.string().optional(),
  IssueInstant: z.string().optional(),
  NotOnOrAfter: z.string().optional(),
}
const Name = z.object({ _: z.string() })
const LogoutRequest = z.object({
  $: z.object(head),
  Issuer: one(text),
  NameID: one(Name).optional(),
  SessionIndex: z.array(text).max(20).default([]),
})
const LogoutResponse = z.object({
  $: z.object({ ...head, InResponseTo: z.string().optional() }),
  Issuer: one(text),
  Status: one(z.object({ StatusCode: one(z.object({ $: z.object({ Value: z.string() }) })) })),
})
const Read = z.union([z.strictObject({ LogoutRequest }), z.strictObject({ LogoutResponse })])
const succeeded = 'urn:oasis:names:tc:SAML:2.0:status:Success'

/** What a provider has signed of somebody's leaving. Whatever stands twice where it may stand once is refused. */
export async function readSignOut(
  provider: StandingProvider,
  keys: OwnKeys | undefined,
  brought: Brought,
): Promise<(Request | Answer) & { relay: string | undefined }> {
  const { xml, relay } = await readMessage(provider, brought)
  if (!isPlain(xml, { Assertion: 0 }, encryptingMethods)) throw new Error('not to be read')
  const { parseXml2JsFromString } = await import('@node-saml/node-saml/lib/xml.js')
  const read = Read.parse(await parseXml2JsFromString(xml))
  if ('LogoutResponse' in read) {
    const { $, Issuer, Status } = read.LogoutResponse
    const done = Status[0].StatusCode[0].$.Value === succeeded
    return { kind: 'answer', ...saidIn($, Issuer[0]._), inResponseTo: $.InResponseTo, done, relay }
  }
  const { $, Issuer, NameID, SessionIndex } = read.LogoutRequest
  const sealed = await openEncrypted(xml, 'EncryptedID', keys?.opening ?? [])
  if ((NameID === undefined) === (sealed === undefined)) throw new Error('nobody, or two')
  const name =
    NameID?.[0] ?? z.object({ NameID: Name }).parse(await parseXml2JsFromString(sealed ?? '')).NameID
  return {
    kind: 'request',
    ...saidIn($, Issuer[0]._),
    nameId: name._.trim(),
    indexes: SessionIndex.map(({ _ }) => _.trim()),
    relay,
  }
}

const saidIn = ($: { [K in keyof typeof head]?: string | undefined }, issuer: string) => ({
  id: $.ID ?? '',
  issuer: issuer.trim(),
  destination: $.Destination,
  issuedAt: $.IssueInstant,
  notOnOrAfter: $.NotOnOrAfter,
})

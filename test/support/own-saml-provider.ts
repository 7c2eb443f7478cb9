import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as samlify from 'samlify'
import { makeCertificate } from './own-certificate.ts'

/** What the provider could do wrong, or somebody between it and us. */
export type SamlTwist = {
  /** what it says, before it is signed */
  said?: Record<string, string>
  template?: (xml: string) => string
  /** what becomes of it afterwards */
  after?: (xml: string) => string
  /** what becomes of it after it was signed, where that takes a while */
  seal?: (xml: string) => Promise<string>
  wrongKey?: boolean
  algorithm?: string
}

export type SamlPerson = {
  nameId: string
  format?: string
  /** what the provider calls this visit */
  visit?: string
  attributes?: { readonly [name: string]: string }
}

const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
const statementOf = (visit = 'v-1') =>
  `<saml:AuthnStatement AuthnInstant="{IssueInstant}" SessionIndex="${visit}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`

samlify.setSchemaValidator({ validate: async () => 'read' })

/** A SAML identity provider on loopback: samlify, which knows nothing of how Cairn reads. */
export async function laySamlProvider() {
  const [own, other] = [makeCertificate(), makeCertificate()]
  const told: { who: SamlPerson; twist: SamlTwist } = { who: { nameId: 'somebody' }, twist: {} }
  let partner: ReturnType<typeof samlify.ServiceProvider> | undefined
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', entityId)
    if (!url.searchParams.has('SAMLRequest')) return response.writeHead(200).end('here to sign in')
    if (url.pathname === '/slo') return response.writeHead(200).end('Everything here is over')
    const brought = await respondTo(url)
    const to = partner?.entityMeta.getAssertionConsumerService('post')
    return response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<h1>There</h1><form method="post" action="${String(to)}"><input type="hidden" name="SAMLResponse" value="${brought}"><button>Go on as ${told.who.nameId}</button></form>`,
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const entityId = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const keptBy = ({ privatePem, certificate }: typeof own, algorithm: string) =>
    samlify.IdentityProvider({
      entityID: entityId,
      signingCert: certificate,
      privateKey: privatePem,
      isAssertionEncrypted: false,
      requestSignatureAlgorithm: algorithm,
      singleLogoutService: [
        { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: `${entityId}/slo` },
      ],
      singleSignOnService: [
        { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: `${entityId}/sso` },
      ],
    })
  /** What the browser brings, base64, after somebody signed in there. */
  async function respondTo(asked: URL): Promise<string> {
    if (!partner) throw new Error('the provider knows nobody yet')
    const { who, twist } = told
    const idp = keptBy(
      twist.wrongKey ? other : own,
      twist.algorithm ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    )
    const request = await idp.parseLoginRequest(partner, 'redirect', {
      query: Object.fromEntries(asked.searchParams),
    })
    const acs = String(partner.entityMeta.getAssertionConsumerService('post'))
    const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString()
    const tags = {
      ID: `_${randomUUID()}`,
      AssertionID: `_${randomUUID()}`,
      Destination: acs,
      SubjectRecipient: acs,
      Audience: partner.entityMeta.getEntityID(),
      Issuer: entityId,
      IssueInstant: minutes(0),
      StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
      ConditionsNotBefore: minutes(0),
      ConditionsNotOnOrAfter: minutes(5),
      SubjectConfirmationDataNotOnOrAfter: minutes(5),
      NameIDFormat: who.format ?? persistent,
      NameID: who.nameId,
      InResponseTo: String(request.extract.request?.id),
      ...twist.said,
    }
    const made = await idp.createLoginResponse(partner, { ...request }, 'post', {}, (template: string) => {
      const whole = template
        .replace('{AuthnStatement}', statementOf(who.visit) + attributesOf(who.attributes ?? {}))
        .replace('{AttributeStatement}', '')
      const context = samlify.SamlLib.replaceTagsByValue((twist.template ?? ((xml) => xml))(whole), tags)
      return { id: tags.ID, context }
    })
    const xml = Buffer.from(made.context, 'base64').toString()
    const sealed = await (twist.seal ?? (async (one: string) => one))(xml)
    return Buffer.from((twist.after ?? ((one) => one))(sealed)).toString('base64')
  }
  return {
    entityId,
    signInAt: `${entityId}/sso`,
    certificate: own.certificate,
    privatePem: own.privatePem,
    told,
    respondTo,
    /** from the metadata that Cairn shows */
    know: (metadata: string) => {
      partner = samlify.ServiceProvider({ metadata })
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

export type OwnSamlProvider = Awaited<ReturnType<typeof laySamlProvider>>

function attributesOf(attributes: { readonly [name: string]: string }): string {
  const each = Object.entries(attributes).map(
    ([name, value]) =>
      `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`,
  )
  return each.length === 0 ? '' : `<saml:AttributeStatement>${each.join('')}</saml:AttributeStatement>`
}

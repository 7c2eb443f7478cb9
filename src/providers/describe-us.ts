import { isId } from '../platform/id-form.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { answerAddress, entityIdOf, signOutAddress } from './provider.ts'
import { findProvider } from './begin-trip.ts'

const bindings = 'urn:oasis:names:tc:SAML:2.0:bindings'

/**
 * What the other side needs to know of us. Before a provider is saved there are no keys to show, and the rest is
 * nobody's secret, so it is told for any id.
 */
export async function describeUs(ground: Ground, origin: string, id: string): Promise<string> {
  if (!isId(id)) throw new Refusal('not_found')
  const found = await findProvider(ground, id).catch((error: unknown) => {
    // while the database is away, nobody is to be told that there are no keys
    if (error instanceof Refusal) return undefined
    throw error
  })
  const published = found?.keys?.published ?? []
  const newest = published.slice(-1)
  return `<?xml version="1.0"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityIdOf(origin, id)}">
<SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" AuthnRequestsSigned="${found?.provider.signsRequests ?? false}" WantAssertionsSigned="true">
${published.map((one) => keyFor('signing', one, '')).join('')}${newest.map((one) => keyFor('encryption', one, methods)).join('')}${
  published.length === 0
    ? ''
    : ['HTTP-Redirect', 'HTTP-POST']
        .map(
          (by) =>
            `<SingleLogoutService Binding="${bindings}:${by}" Location="${signOutAddress(origin, id)}"/>\n`,
        )
        .join('')
}<NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>
<AssertionConsumerService index="1" isDefault="true" Binding="${bindings}:HTTP-POST" Location="${answerAddress(origin, id)}"/>
</SPSSODescriptor>
</EntityDescriptor>
`
}

function keyFor(use: string, certificate: string, how: string): string {
  const letters = certificate.replaceAll(/-----(BEGIN|END) CERTIFICATE-----|\s/g, '')
  return `<KeyDescriptor use="${use}"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${letters}</X509Certificate></X509Data></KeyInfo>${how}</KeyDescriptor>\n`
}

/** The better first: what is not whole does not open by these. */
const methods = ['2009/xmlenc11#aes256-gcm', '2009/xmlenc11#aes128-gcm', '2001/04/xmlenc#aes256-cbc']
  .map((method) => `<EncryptionMethod Algorithm="http://www.w3.org/${method}"/>`)
  .join('')

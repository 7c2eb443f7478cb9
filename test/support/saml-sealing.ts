import { createSign, createVerify, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRawSync } from 'node:zlib'
import * as samlify from 'samlify'
import * as xmlenc from 'xml-encryption'

const encrypt = promisify(xmlenc.encrypt)

export const gcm = 'http://www.w3.org/2009/xmlenc11#aes256-gcm'
export const cbc = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc'
export const oaep = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p'
const whole = /<saml:Assertion[\s\S]*<\/saml:Assertion>/

/** Puts the assertion of a response out of sight, for whoever has the key of the certificate. */
export async function sealAssertion(
  xml: string,
  certificate: string,
  { method = gcm, wrap = oaep }: { method?: string; wrap?: string } = {},
): Promise<string> {
  const [assertion = ''] = whole.exec(xml) ?? []
  const sealed = await sealElement(assertion, certificate, { method, wrap })
  return xml.replace(
    assertion,
    () =>
      `<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${sealed}</saml:EncryptedAssertion>`,
  )
}

export function sealElement(
  xml: string,
  certificate: string,
  { method = gcm, wrap = oaep }: { method?: string; wrap?: string } = {},
): Promise<string> {
  return encrypt(xml, {
    rsa_pub: new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    pem: certificate,
    encryptionAlgorithm: method,
    keyEncryptionAlgorithm: wrap,
    warnInsecureAlgorithm: false,
  })
}

/** The certificates that our metadata shows for one use, as PEM. */
export const shownFor = (metadata: string, use: 'signing' | 'encryption'): string[] =>
  [
    ...metadata.matchAll(
      new RegExp(`<KeyDescriptor use="${use}">[\\s\\S]*?<X509Certificate>([^<]*)</X509Certificate>`, 'g'),
    ),
  ].map(([, letters = '']) => `-----BEGIN CERTIFICATE-----\n${letters}\n-----END CERTIFICATE-----`)

/** Whether an address that a browser is sent to carries a signature over its question, by one of these. */
export function isSignedBy(address: URL, certificates: readonly string[]): boolean {
  const [words = '', signature] = address.search.slice(1).split('&Signature=')
  if (signature === undefined) return false
  return certificates.some((one) =>
    createVerify('sha256')
      .update(words)
      .verify(one, Buffer.from(decodeURIComponent(signature), 'base64')),
  )
}

type By = { privatePem: string; certificate: string }
const sha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'

/** Signs a message as a whole, whatever it holds. */
export function signEnvelope(xml: string, by: By, { algorithm = sha256, root = 'Response' } = {}): string {
  return samlify.SamlLib.constructSAMLSignature({
    rawSamlMessage: xml,
    isMessageSigned: true,
    isBase64Output: false,
    privateKey: by.privatePem,
    signatureAlgorithm: algorithm,
    signingCert: by.certificate.replaceAll(/-----(BEGIN|END) CERTIFICATE-----|\s/g, ''),
    referenceTagXPath: '',
    signatureConfig: {
      prefix: 'ds',
      location: {
        reference: `/*[local-name(.)='${root}']/*[local-name(.)='Issuer']`,
        action: 'after',
      },
    },
  })
}

/** A message as it stands in an address, signed as it stands there. */
export function signAddress(
  xml: string,
  by: By,
  { as = 'SAMLRequest', relay, algorithm = sha256 }: { as?: string; relay?: string; algorithm?: string } = {},
): string {
  const words = new URLSearchParams({
    [as]: deflateRawSync(xml).toString('base64'),
    ...(relay === undefined ? {} : { RelayState: relay }),
    SigAlg: algorithm,
  }).toString()
  const hash = algorithm.endsWith('sha1') ? 'sha1' : 'sha256'
  const signature = createSign(hash).update(words).sign(by.privatePem, 'base64')
  return `${words}&Signature=${encodeURIComponent(signature)}`
}

import { countOf, isPlain, withoutHead } from './assertion.ts'

/** Ways to encrypt that still hold. */
export const encryptingMethods = new Set(
  [
    '2009/xmlenc11#aes256-gcm',
    '2009/xmlenc11#aes128-gcm',
    '2001/04/xmlenc#aes256-cbc',
    '2001/04/xmlenc#aes128-cbc',
    '2001/04/xmlenc#rsa-oaep-mgf1p',
    // of the padding of the key, where its known weakness does not matter
    '2000/09/xmldsig#sha1',
    '2001/04/xmlenc#sha256',
  ].map((method) => `http://www.w3.org/${method}`),
)

/**
 * What was encrypted to us, in the one element of this name, as the words it holds; undefined where there is no such
 * element. Whatever goes wrong, goes wrong alike: whoever tries ciphers on us learns nothing from the answer.
 */
export async function openEncrypted(
  xml: string,
  element: string,
  keys: readonly string[],
): Promise<string | undefined> {
  if (countOf(xml, element) === 0) return undefined
  // counted before it is looked for: many beginnings without an end would be looked through for minutes
  if (
    !isPlain(
      xml,
      { [element]: 1, Assertion: 0, EncryptedData: 1, EncryptedKey: 1, CipherValue: 2 },
      encryptingMethods,
    )
  )
    throw new Error('not to be opened')
  const [sealed] =
    new RegExp(`<((?:[^\\s<>/:]+:)?)${element}[\\s>][\\s\\S]*</\\1${element}\\s*>`).exec(xml) ?? []
  if (sealed === undefined) throw new Error('not to be opened')
  const { decryptXml } = await import('@node-saml/node-saml/lib/xml.js')
  for (const key of keys) {
    const opened = await decryptXml(sealed, key).catch(() => undefined)
    if (opened !== undefined) return withoutHead(opened)
  }
  throw new Error('not to be opened')
}

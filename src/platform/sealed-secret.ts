import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const tagBytes = 16

/** What the database may keep of others' secrets: sealed (AES-256-GCM) under the server's own, for one place only. */
export function sealSecret(serverSecret: string, place: string, words: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(serverSecret), nonce).setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(words, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Undefined when it was sealed under another secret or for another place, or was touched since. */
export function openSecret(serverSecret: string, place: string, sealed: Buffer): string | undefined {
  // a shorter one would be checked by a shorter tag
  if (sealed.length < 12 + tagBytes) return undefined
  try {
    const opening = createDecipheriv('aes-256-gcm', keyOf(serverSecret), sealed.subarray(0, 12), {
      authTagLength: tagBytes,
    })
    opening.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-tagBytes))
    return Buffer.concat([opening.update(sealed.subarray(12, -tagBytes)), opening.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'sealed secrets', 32))

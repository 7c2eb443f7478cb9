/** Something only the holder of a person's key can read: AES-GCM, bound to the place where it is kept. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

/** Browsers offer their ciphers only on https and on localhost; elsewhere nothing is kept at all. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined && globalThis.indexedDB !== undefined
}

export async function seal(key: CryptoKey, place: string, bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, bytes: await crypto.subtle.encrypt(cipher(iv, place), key, bytes) }
}

/** Throws when the key is another, the bytes were changed, or they were kept in another place. */
export function unseal(key: CryptoKey, place: string, { iv, bytes }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt(cipher(iv, place), key, bytes)
}

export function sealJson(key: CryptoKey, place: string, content: unknown): Promise<Sealed> {
  return seal(key, place, new TextEncoder().encode(JSON.stringify(content)))
}

export async function unsealJson(key: CryptoKey, place: string, sealed: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unseal(key, place, sealed)))
}

/** A key that can be used and never be looked at. */
export function keyOf(bytes: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function cipher(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }
}

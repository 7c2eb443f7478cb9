/**
 * What passes between the browser's own interface and ours: bytes there, base64url here. Browsers are learning to do
 * this themselves (toJSON); those of schools are not all that new.
 */
type Asked = { readonly [field: string]: unknown; challenge: string }
type Named = { readonly id: string }
type Answered = {
  id: string
  response: { readonly [field: string]: unknown }
  readonly [field: string]: unknown
}

export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && typeof navigator.credentials?.create === 'function'

const bytesOf = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    .buffer

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const named = (list: unknown) =>
  ((list as readonly Named[] | undefined) ?? []).map(({ id }) => ({
    type: 'public-key' as const,
    id: bytesOf(id),
  }))

/** Undefined when whoever was asked said no, or took too long. */
export async function makeOnDevice(asked: Asked): Promise<Answered | undefined> {
  const user = asked['user'] as { id: string; name: string; displayName: string }
  const options = {
    ...asked,
    challenge: bytesOf(asked.challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: named(asked['excludeCredentials']),
  } as unknown as PublicKeyCredentialCreationOptions
  const made = await navigator.credentials.create({ publicKey: options }).catch(() => null)
  if (!(made instanceof PublicKeyCredential)) return undefined
  const response = made.response as AuthenticatorAttestationResponse
  return answered(made, {
    attestationObject: textOf(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  })
}

export async function showOnDevice(asked: Asked): Promise<Answered | undefined> {
  const options = {
    ...asked,
    challenge: bytesOf(asked.challenge),
  } as unknown as PublicKeyCredentialRequestOptions
  const shown = await navigator.credentials.get({ publicKey: options }).catch(() => null)
  if (!(shown instanceof PublicKeyCredential)) return undefined
  const response = shown.response as AuthenticatorAssertionResponse
  return answered(shown, {
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
  })
}

const answered = (credential: PublicKeyCredential, said: object): Answered => ({
  id: credential.id,
  rawId: credential.id,
  type: credential.type,
  clientExtensionResults: {},
  response: { clientDataJSON: textOf(credential.response.clientDataJSON), ...said },
})

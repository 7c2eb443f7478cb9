import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { beginFactor } from '../people/begun-store.ts'
import type { BeginSecondFactor } from '../people/contract.ts'
import { hasPasskey } from '../people/factor-store.ts'
import { provePassword } from '../people/password-store.ts'
import { enterCode } from '../people/code-store.ts'
import { endSessions } from '../people/store.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import { askQuestion, openQuestion } from './carry-question.ts'
import { checkPasskey } from './check-passkey.ts'
import type { BeginPasskey, EndPasskey, KeepPasskey } from './contract.ts'
import { siteOf } from './passkey.ts'
import { credentialsOf, endPasskeyOf, insertPasskey } from './store.ts'

/** EdDSA, ES256 and RS256, as COSE numbers them: what devices can today. */
const algorithms = [-8, -7, -257]

type Proof = Pick<InputOf<typeof EndPasskey>, 'password' | 'code' | 'shown'>

/**
 * A page that was left open, and a password that was seen, neither make a passkey nor end one: whoever has something
 * beside the password shows it too.
 */
async function proveBoth(doorstep: Doorstep, origin: string, proof: Proof): Promise<{ accountId: string }> {
  const { ground } = doorstep
  const viewer = await provePassword(doorstep, proof.password)
  if (proof.shown) {
    await checkOwnPasskey(ground, origin, { ...viewer, shown: proof.shown })
    return viewer
  }
  const had = await enterCode(ground, viewer, proof.code)
  if (!had && (await hasPasskey(ground.database, viewer.accountId))) throw new Refusal('passkey_needed')
  return viewer
}

type Own = { accountId: string; shown: NonNullable<Proof['shown']> }

async function checkOwnPasskey(ground: Ground, origin: string, own: Own): Promise<void> {
  const { accountId } = await checkPasskey(ground, origin, own.shown)
  if (accountId !== own.accountId) throw new Refusal('wrong_passkey')
}

/** Whoever has a passkey shows it before digits can let somebody in beside it. */
export const beginFactorBeside = (
  doorstep: Doorstep,
  origin: string,
  { shown, ...asked }: InputOf<typeof BeginSecondFactor>,
) =>
  beginFactor(doorstep, asked, async ({ accountId }) => {
    const { ground } = doorstep
    if (shown) return checkOwnPasskey(ground, origin, { accountId, shown })
    if (await hasPasskey(ground.database, accountId)) throw new Refusal('passkey_needed')
  })

export async function beginPasskey(
  doorstep: Doorstep,
  origin: string,
  { id, ...proof }: InputOf<typeof BeginPasskey>,
): Promise<OutputOf<typeof BeginPasskey>> {
  const { ground, asker } = doorstep
  if (!asker) throw new Refusal('not_signed_in')
  const { accountId } = await proveBoth(doorstep, origin, proof)
  const others = await asViewer(ground, asker, ({ db }) => credentialsOf(db, accountId))
  const { challenge, ticket } = askQuestion(ground, { id, accountId })
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const options = await generateRegistrationOptions({
    rpName: 'Cairn',
    rpID: siteOf(origin),
    // shown by the device beside the key; nobody is found by it
    userName: 'Cairn',
    userID: new Uint8Array(Buffer.from(accountId)),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: others.map((one) => ({ id: one })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { ticket, options: { ...options } }
}

export async function keepPasskey(
  { ground, asker }: Doorstep,
  origin: string,
  { id, ticket, answer, name }: InputOf<typeof KeepPasskey>,
): Promise<void> {
  if (!asker) throw new Refusal('not_signed_in')
  const question = openQuestion(ground, ticket)
  const made = question && (await madeIn(origin, answer, question.challenge))
  await asViewer(ground, asker, async (context) => {
    const { viewer, db, now } = context
    if (!made || question.makes?.id !== id || question.makes.accountId !== viewer.accountId)
      throw new Refusal('wrong_passkey')
    if (!(await insertPasskey(context, { ...made, id, name: name.trim() }))) throw new Refusal('id_taken')
    // whoever came in with the password alone has to show the passkey too
    await endSessions(db, viewer.accountId, now, { except: viewer.sessionId })
  })
}

async function madeIn(origin: string, answer: object, challenge: string) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      // the library reads every field of it itself, and refuses what it cannot read
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: siteOf(origin),
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!verified) return undefined
    const { id: credentialId, publicKey, counter, transports = [] } = registrationInfo.credential
    return { credentialId, publicKey: Buffer.from(publicKey), counter, transports: transports.slice(0, 10) }
  } catch {
    return undefined
  }
}

export async function endPasskey(
  doorstep: Doorstep,
  origin: string,
  { id, ...proof }: InputOf<typeof EndPasskey>,
): Promise<void> {
  const { ground, asker } = doorstep
  if (!asker) throw new Refusal('not_signed_in')
  await proveBoth(doorstep, origin, proof)
  if (!(await asViewer(ground, asker, (context) => endPasskeyOf(context, id)))) throw new Refusal('not_found')
}

import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { InputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { openQuestion } from './carry-question.ts'
import type { SignInByPasskey } from './contract.ts'
import { siteOf } from './passkey.ts'
import { type FoundPasskey, noteUse, passkeyCalled } from './store.ts'

type Shown = InputOf<typeof SignInByPasskey>

/** Whose passkey it is that was shown: signed for this site, in answer to our question, with the person verified. */
export async function checkPasskey(ground: Ground, origin: string, shown: Shown): Promise<FoundPasskey> {
  const question = openQuestion(ground, shown.ticket)
  const passkey = await passkeyCalled(ground.database, shown.answer.id)
  if (!question || question.makes !== null || !passkey) throw new Refusal('wrong_passkey')
  const counter = await counterIn(origin, { shown, passkey, challenge: question.challenge })
  if (counter === undefined) throw new Refusal('wrong_passkey')
  const why = { reason: 'check a passkey', districtId: passkey.districtId }
  const { challenge, until } = question
  const fresh = await asTheSystem(ground, why, ({ db, now }) =>
    noteUse(db, { passkey, counter, challenge, runsOutAt: new Date(until), now }),
  )
  if (!fresh) throw new Refusal('wrong_passkey')
  return passkey
}

type Asked = { shown: Shown; passkey: FoundPasskey; challenge: string }

async function counterIn(origin: string, { shown, passkey, challenge }: Asked): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      // the library reads every field of it itself, and refuses what it cannot read
      response: shown.answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: siteOf(origin),
      credential: {
        id: shown.answer.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}

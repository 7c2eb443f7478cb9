import { BeginSecondFactor } from '../people/contract.ts'
import { openSession } from '../people/session-store.ts'
import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import { askQuestion } from './carry-question.ts'
import { checkPasskey } from './check-passkey.ts'
import * as contract from './contract.ts'
import { beginFactorBeside, beginPasskey, endPasskey, keepPasskey } from './make-passkey.ts'
import { siteOf } from './passkey.ts'
import { readPasskeys } from './store.ts'

export const passkeyRoutes = ({ origin }: { origin: string }): Route[] => [
  route(contract.ListPasskeys, readPasskeys),
  openRoute(BeginSecondFactor, (doorstep, input) => beginFactorBeside(doorstep, origin, input)),
  openRoute(contract.BeginPasskey, (doorstep, input) => beginPasskey(doorstep, origin, input)),
  openRoute(contract.KeepPasskey, (doorstep, input) => keepPasskey(doorstep, origin, input).then(() => done)),
  openRoute(contract.EndPasskey, (doorstep, input) => endPasskey(doorstep, origin, input).then(() => done)),
  // names nobody: which passkeys there are is known to the device alone
  openRoute(contract.AskForPasskey, async ({ ground }) => {
    const { challenge, ticket } = askQuestion(ground)
    return { ticket, options: { challenge, rpId: siteOf(origin), userVerification: 'required' } }
  }),
  openRoute(contract.SignInByPasskey, async (doorstep, input) => {
    await openSession(doorstep, await checkPasskey(doorstep.ground, origin, input))
    return done
  }),
]

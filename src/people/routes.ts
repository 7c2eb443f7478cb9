import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import type { Context } from '../platform/context.ts'
import { asViewer } from '../platform/transaction.ts'
import { changePassword } from './change-password.ts'
import { confirmFactor } from './confirm-factor.ts'
import {
  ChangePassword,
  ConfirmSecondFactor,
  EndSecondFactor,
  GetSecondFactor,
  GetDeviceKey,
  GetMe,
  KeepPreference,
  ListSessions,
  SignIn,
  SignOut,
  SignOutEverywhere,
} from './contract.ts'
import { endFactor } from './end-factor.ts'
import { askedFrom, recoveryCodesLeft, standingFactor } from './factor-store.ts'
import { handDeviceKey } from './hand-device-key.ts'
import { signIn } from './sign-in.ts'
import { keepPreference } from './person-store.ts'
import { endSessions, listSessions, providerToLeave, readMe } from './store.ts'
import { wayOutOf } from './carry-way-out.ts'

/** Whoever wants to leave may, whatever stands in the way of everything else. */
const anywhere = { whileHandedOver: true, whileChoosing: true, forSupport: true }

export const peopleRoutes: Route[] = [
  openRoute(SignIn, async (doorstep, input) => {
    await signIn(doorstep, input)
    return done
  }),
  openRoute(SignOut, async (doorstep) => {
    const { ground, asker, setToken } = doorstep
    const end = async ({ db, viewer, now }: Context) => {
      await endSessions(db, viewer.accountId, now, { only: viewer.sessionId })
      const providerId = await providerToLeave(db, viewer.sessionId)
      return providerId && wayOutOf(ground.secret, { sessionId: viewer.sessionId, providerId }, now)
    }
    // whoever it is that is signed in here leaves, whomever the page was made for
    const here = asker && { ...asker, meant: undefined }
    const wayOut = here && (await asViewer(ground, here, end, anywhere).catch(ignoreSignedOut))
    setToken(undefined)
    return { ...done, wayOut: wayOut ?? null }
  }),
  route(GetMe, readMe),
  openRoute(GetDeviceKey, handDeviceKey),
  route(ListSessions, listSessions),
  route(SignOutEverywhere, async ({ db, viewer, now }) => {
    await endSessions(db, viewer.accountId, now)
    return done
  }),
  openRoute(ChangePassword, async (doorstep, input) => {
    await changePassword(doorstep, input)
    return done
  }),
  route(GetSecondFactor, async ({ db, viewer, now }) => {
    const factor = await standingFactor(db, viewer.accountId)
    return {
      needed: factor !== undefined,
      recoveryCodes: factor ? await recoveryCodesLeft(db, factor.id) : 0,
      askedFrom: factor ? null : await askedFrom(db, viewer, now),
    }
  }),
  openRoute(ConfirmSecondFactor, confirmFactor),
  openRoute(EndSecondFactor, (doorstep, input) => endFactor(doorstep, input).then(() => done)),
  route(KeepPreference, async (context, input) => {
    await keepPreference(context, input)
    return done
  }),
]

/** Whoever is already signed out is where they wanted to be. */
function ignoreSignedOut(error: unknown): undefined {
  if ((error as { code?: string }).code !== 'not_signed_in') throw error
}

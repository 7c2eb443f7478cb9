import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { failuresOf, noteFailure, takeFailureBack } from '../people/store.ts'
import type { HttpOptions } from '../platform/http.ts'
import { passwordHolds } from '../platform/password.ts'
import type { Ground } from '../platform/transaction.ts'
import type { FoundBehind } from './find-behind.ts'
import { longestPasscode, mostWrongPasscodes, restMinutes } from './showcase.ts'
import { passFor, passHolds } from './hand-link.ts'

const passName = 'cairn-guest'

/** Whether this guest may come in: there is no passcode, or they said it in the last hours. */
export function hasPass(ground: Ground, request: FastifyRequest, behind: FoundBehind): boolean {
  if (behind.passcodeHash === null) return true
  const of = { showcaseId: behind.id, passcodeHash: behind.passcodeHash }
  return passHolds(ground.secret, request.cookies[passName], of, ground.now())
}

type Entering = { behind: FoundBehind; token: string; options: HttpOptions }

/** Lets a guest in who knows the passcode; says what is wrong otherwise. */
export async function enterPasscode(
  ground: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  { behind, token, options }: Entering,
): Promise<'wrong' | 'rests' | undefined> {
  if (behind.passcodeHash === null) return undefined
  const counted = createHash('sha256').update(`showcase ${behind.id}`).digest()
  if (await hasTriedTooOften(ground, counted)) return 'rests'
  const said = (request.body as { passcode?: unknown } | undefined)?.passcode
  const passcode = typeof said === 'string' ? said.trim().slice(0, longestPasscode) : ''
  if (!(await passwordHolds(passcode, behind.passcodeHash))) return 'wrong'
  // the wrong tries of others stay counted: one who knows the passcode does not open the door to guessing
  await takeFailureBack(ground.database, counted)
  reply.setCookie(passName, passFor(ground.secret, behind.id, behind.passcodeHash, ground.now()), {
    path: `/guest/${token}`,
    httpOnly: true,
    sameSite: 'lax',
    secure: options.origin.startsWith('https:'),
  })
  return undefined
}

/** Counted before it is looked at, so that guesses sent all at once are counted too. */
async function hasTriedTooOften(ground: Ground, counted: Buffer): Promise<boolean> {
  const now = ground.now()
  const since = new Date(now.getTime() - restMinutes * 60_000)
  if ((await failuresOf(ground.database, counted, since)) >= mostWrongPasscodes) return true
  return (await noteFailure(ground.database, counted, now, since)) > mostWrongPasscodes
}

import { randomBytes } from 'node:crypto'
import { openSecret, sealSecret } from '../platform/sealed-secret.ts'
import type { Ground } from '../platform/transaction.ts'
import { minutesToAnswer } from './passkey.ts'

/**
 * What a device was asked: sealed, carried by the browser, good for a few minutes. `makes` is the one it is to make.
 */
export type Question = { challenge: string; makes: { id: string; accountId: string } | null; until: number }

const place = 'a question to a passkey'

export function askQuestion(
  ground: Ground,
  makes: Question['makes'] = null,
): { challenge: string; ticket: string } {
  const challenge = randomBytes(32).toString('base64url')
  const until = ground.now().getTime() + minutesToAnswer * 60_000
  const ticket = sealSecret(ground.secret, place, JSON.stringify({ challenge, makes, until }))
  return { challenge, ticket: ticket.toString('base64url') }
}

export function openQuestion(ground: Ground, ticket: string): Question | undefined {
  const words = openSecret(ground.secret, place, Buffer.from(ticket, 'base64url'))
  const question = words === undefined ? undefined : (JSON.parse(words) as Question)
  return question && question.until > ground.now().getTime() ? question : undefined
}

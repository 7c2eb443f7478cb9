import { ChangePassword } from '../../src/people/contract.ts'
import type { School } from './school.ts'

/**
 * Somebody comes with the password that an office gave them, and chooses one of their own, as they must before
 * anything else. Answers their cookie.
 */
export async function comeTheFirstTime(
  school: School,
  given: { username: string; password: string },
  next: string,
): Promise<string> {
  const { app } = school.program
  const headers = { 'x-cairn': '1' }
  const [came] = (await app.inject({ method: 'PUT', url: '/api/session', headers, payload: given })).cookies
  const cookie = `${came?.name}=${came?.value}`
  const chosen = { method: 'PUT', url: ChangePassword.path, headers: { ...headers, cookie } } as const
  const answer = await app.inject({ ...chosen, payload: { next } })
  if (answer.statusCode !== 200) throw new Error(`no password of one's own: ${answer.body}`)
  return cookie
}

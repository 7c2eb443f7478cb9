import type { FastifyInstance, FastifyReply } from 'fastify'
import { Refusal } from './refusal.ts'

/** Reads what a form without a script sends: its fields as words. */
export function takePlainForms(pages: FastifyInstance, bodyLimit: number): void {
  pages.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit },
    (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
}

/** Whoever is not signed in any more is shown how to come in again; the answer then is undefined. */
export async function orSignIn<T>(
  reply: FastifyReply,
  to: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  return work().catch((error: unknown) => {
    if (!isSignedOut(error)) throw error
    void reply.redirect(`/sign-in?to=${encodeURIComponent(to)}`, 303)
    return undefined
  })
}

export const isSignedOut = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'not_signed_in'

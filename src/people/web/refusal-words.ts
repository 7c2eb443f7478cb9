import { ApiRefusal } from '../../platform/web/refusal.ts'
import { type WordKey, useWords } from '../../platform/web/words.tsx'

/** Said from our own words, so that they are in the language of the page and not of the browser. */
const ownWords: Record<string, WordKey> = {
  wrong_sign_in: 'sign-in.wrong',
  too_many_tries: 'sign-in.too-many-tries',
  too_many_requests: 'errors.too_many_requests',
  wrong_password: 'errors.wrong_password',
  not_signed_in: 'errors.not_signed_in',
  failed: 'errors.failed',
}

/** What to tell the person when something about their account did not go through. */
export function useRefusalWords(): (error: unknown) => string {
  const { say } = useWords()
  return (error) => {
    if (!(error instanceof ApiRefusal)) return say('people.not-reached')
    const key = ownWords[error.code]
    return key ? say(key) : error.sentence || say('errors.failed')
  }
}

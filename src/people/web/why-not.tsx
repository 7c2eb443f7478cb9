import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Said from our own words, so that they are in the language of the page and not of the browser. */
const ownWords: Record<string, WordKey> = {
  wrong_sign_in: 'sign-in.wrong',
  too_many_tries: 'sign-in.too-many-tries',
  too_many_requests: 'errors.too_many_requests',
  wrong_password: 'errors.wrong_password',
  not_signed_in: 'errors.not_signed_in',
  failed: 'errors.failed',
}

/** What to tell the person when something did not go through; what an error calls itself is for nobody to read. */
export function useRefusalWords(): (error: unknown) => string {
  const { say } = useWords()
  return (error) => {
    if (!(error instanceof ApiRefusal)) return say('people.not-reached')
    const key = ownWords[error.code]
    return key ? say(key) : error.sentence || say('errors.failed')
  }
}

/** Why something was not done: the server’s words, or ours where it did not answer. The one way to say it. */
export function WhyNot({ error }: { error: Error | null }) {
  const sayWhy = useRefusalWords()
  return error && <Notice kind="problem">{sayWhy(error)}</Notice>
}

import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Why something was not done, in the server's words where it has some. */
export function WhyNot({ error }: { error: Error | null }) {
  const { say } = useWords()
  if (!error) return null
  return (
    <Notice kind="problem">
      {error instanceof ApiRefusal ? error.sentence : say('register.not-reached')}
    </Notice>
  )
}

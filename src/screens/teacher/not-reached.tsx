import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** A part of a screen whose answer did not come; the rest of the screen goes on. */
export function NotReached({ error, onTryAgain }: { error: Error; onTryAgain: () => unknown }) {
  const { say } = useWords()
  return (
    <Notice
      kind="wait"
      action={<Button onClick={() => void onTryAgain()}>{say('teacher.try-again')}</Button>}
    >
      {error instanceof ApiRefusal ? error.sentence : say('teacher.away-meaning')}
    </Notice>
  )
}

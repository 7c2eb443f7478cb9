import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'

/** Why something was not kept; it still stands where it was typed. */
export function Trouble({ error }: { error: Error | null }) {
  const { say } = useWords()
  if (!error) return null
  return <p role="alert">{error instanceof ApiRefusal ? error.sentence : say('defenses.not-kept')}</p>
}

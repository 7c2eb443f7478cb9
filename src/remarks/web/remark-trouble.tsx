import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'

export function RemarkTrouble({ error }: { error: Error | null }) {
  const { say } = useWords()
  if (!error) return null
  return (
    <Notice kind="problem">{error instanceof ApiRefusal ? error.sentence : say('remarks.not-sent')}</Notice>
  )
}

import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from '../providers/providers.module.css'

type ShownOnceProps = { sentence: string; words: string; onSeen: () => void }

/** A key or a secret, which stays until somebody says that they have kept it. */
export function ShownOnce({ sentence, words, onSeen }: ShownOnceProps) {
  const { say } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(words)
    setCopied(true)
  }
  return (
    <Notice
      kind="success"
      title={sentence}
      action={
        <div className={styles['acts']}>
          <Button icon={Copy} onClick={() => void copy()}>
            {say('programs.copy')}
          </Button>
          <Button onClick={onSeen}>{say('programs.seen')}</Button>
          <span role="status">{copied && say('programs.copied')}</span>
        </div>
      }
    >
      <code className={styles['address']}>{words}</code>
    </Notice>
  )
}

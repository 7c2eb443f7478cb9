import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './programs.module.css'

type EndingProps = { label: string; sure: string; busy: boolean; onEnd: () => void }

/** Asks once more, where the button was. */
export function Ending({ label, sure, busy, onEnd }: EndingProps) {
  const { say } = useWords()
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <Button look="danger" onClick={() => setAsking(true)}>
        {label}
      </Button>
    )
  }
  return (
    <div role="group" aria-label={label} className={styles['ending']}>
      <p>{sure}</p>
      <div className={styles['acts']}>
        <Button look="danger" autoFocus busy={busy} onClick={onEnd}>
          {say('programs.yes-end')}
        </Button>
        <Button onClick={() => setAsking(false)}>{say('programs.leave')}</Button>
      </div>
    </div>
  )
}

import { type FormEvent, useState } from 'react'
import { CardCamera, type Refused } from '../../cards/web/card-camera.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './cards.module.css'

type ShowCardStepProps = {
  busy: boolean
  problem: string | undefined
  refused: Refused | undefined
  before: string | undefined
  onSquare: (code: string | undefined) => void
  onCode: (code: string) => void
}

/** To the camera, or typed: for whoever cannot hold a card up, and where there is no camera. */
export function ShowCardStep({ busy, problem, refused, before, onSquare, onCode }: ShowCardStepProps) {
  const { say } = useWords()
  const [code, setCode] = useState('')
  const enter = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '') onCode(code)
  }
  return (
    <div className={styles['showing']}>
      <CardCamera still={busy} refused={refused} before={before} onSquare={onSquare} />
      {problem && <Notice kind="problem">{problem}</Notice>}
      <form className={styles['typing']} onSubmit={enter} noValidate>
        <Field
          label={say('cards.code')}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="submit" busy={busy}>
          {say('cards.use-code')}
        </Button>
      </form>
    </div>
  )
}

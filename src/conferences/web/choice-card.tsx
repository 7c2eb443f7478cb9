import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { longestCue, longestWhy } from '../conference.ts'
import { type DraftChoice, moved, type ShownChoice } from './prepared.ts'
import styles from './conferences.module.css'

type CardProps = {
  at: number
  choices: readonly DraftChoice[]
  rests: ShownChoice['rests']
  onChange: (choices: readonly DraftChoice[]) => void
}

/** One thing to show: why, the card for oneself, and where it stands in the order. */
export function ChoiceCard({ at, choices, rests, onChange }: CardProps) {
  const { say } = useWords()
  const choice = choices[at]
  if (!choice) return null
  const set = (some: Partial<DraftChoice>) => onChange(choices.with(at, { ...choice, ...some }))
  const named = <span className="unseen">: {choice.title}</span>
  return (
    <li className={styles['card']}>
      <p className={styles['label']}>{say(`conferences.${choice.kind}`)}</p>
      <h3>{choice.title}</h3>
      {rests && <Notice kind="note">{say(`conferences.rests-${rests}`)}</Notice>}
      <TextArea
        label={say('conferences.why')}
        rows={2}
        maxLength={longestWhy}
        value={choice.why}
        onChange={(event) => set({ why: event.currentTarget.value })}
      />
      <TextArea
        label={say('conferences.cue')}
        rows={2}
        maxLength={longestCue}
        value={choice.cue}
        onChange={(event) => set({ cue: event.currentTarget.value })}
        className={styles['cue']}
      />
      <div className={styles['buttons']}>
        <Button look="plain" icon={ArrowUp} onClick={() => onChange(moved(choices, at, -1))}>
          {say('conferences.up')}
          {named}
        </Button>
        <Button look="plain" icon={ArrowDown} onClick={() => onChange(moved(choices, at, 1))}>
          {say('conferences.down')}
          {named}
        </Button>
        <Button look="plain" icon={Trash2} onClick={() => onChange(choices.toSpliced(at, 1))}>
          {say('conferences.take-out')}
          {named}
        </Button>
      </div>
    </li>
  )
}

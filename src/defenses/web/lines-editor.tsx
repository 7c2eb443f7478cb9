import { Plus, X } from 'lucide-react'
import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { longestCriterion, longestStep, longestStepMinutes, mostCriteria, mostSteps } from '../defense.ts'
import styles from './defenses.module.css'

export type Lines = readonly { id: string; words: string }[]
export type Steps = readonly { id: string; words: string; minutes: number }[]

/** As the server reads it: what was left empty is not there. */
export const wantedFrom = ({ criteria, protocol }: { criteria: Lines; protocol: Steps }) => ({
  criteria: criteria.flatMap(({ id, words }) => (words.trim() ? [{ id, words: words.trim() }] : [])),
  protocol: protocol.flatMap(({ words, minutes }) =>
    words.trim() ? [{ words: words.trim(), minutes }] : [],
  ),
})

type CriteriaProps = { criteria: Lines; onChange: (criteria: Lines) => void }

/** What the panel looks for, a sentence each. */
export function Criteria({ criteria, onChange }: CriteriaProps) {
  const { say } = useWords()
  return (
    <fieldset className={day['form']}>
      <legend>{say('defenses.criteria')}</legend>
      <p className={day['quiet']}>{say('defenses.criteria-meaning')}</p>
      {criteria.map((one, at) => (
        <div key={one.id} className={day['entry']}>
          <Field
            label={say('defenses.criterion', { number: at + 1 })}
            maxLength={longestCriterion}
            value={one.words}
            onChange={(event) => {
              const words = event.currentTarget.value
              onChange(criteria.map((other) => (other === one ? { ...one, words } : other)))
            }}
          />
          <IconButton
            icon={X}
            known
            word={say('defenses.criterion-away', { number: at + 1 })}
            onClick={() => onChange(criteria.filter((other) => other !== one))}
          />
        </div>
      ))}
      {criteria.length < mostCriteria && (
        <div>
          <Button icon={Plus} onClick={() => onChange([...criteria, { id: newId(), words: '' }])}>
            {say('defenses.criterion-add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type ProtocolProps = { protocol: Steps; onChange: (protocol: Steps) => void }

/** Who does what for how long. */
export function Protocol({ protocol, onChange }: ProtocolProps) {
  const { say } = useWords()
  const replace = (one: Steps[number], next: Partial<Steps[number]>) =>
    onChange(protocol.map((other) => (other === one ? { ...one, ...next } : other)))
  return (
    <fieldset className={day['form']}>
      <legend>{say('defenses.protocol')}</legend>
      {protocol.map((one, at) => (
        <div key={one.id} className={styles['step']}>
          <Field
            label={say('defenses.step', { number: at + 1 })}
            maxLength={longestStep}
            value={one.words}
            onChange={(event) => replace(one, { words: event.currentTarget.value })}
          />
          <Field
            label={say('defenses.minutes')}
            type="number"
            min={1}
            max={longestStepMinutes}
            value={one.minutes}
            onChange={(event) => {
              const minutes = Math.round(Number(event.currentTarget.value)) || 1
              replace(one, { minutes: Math.min(longestStepMinutes, Math.max(1, minutes)) })
            }}
          />
          <IconButton
            icon={X}
            known
            word={say('defenses.step-away', { number: at + 1 })}
            onClick={() => onChange(protocol.filter((other) => other !== one))}
          />
        </div>
      ))}
      {protocol.length < mostSteps && (
        <div>
          <Button icon={Plus} onClick={() => onChange([...protocol, { id: newId(), words: '', minutes: 5 }])}>
            {say('defenses.step-add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

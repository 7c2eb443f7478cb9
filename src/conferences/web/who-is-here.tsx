import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { longestName } from '../conference.ts'
import type { Teller } from './meeting-writes.ts'
import type { Preparation } from './prepared.ts'
import styles from './conferences.module.css'

type WhoProps = {
  prepared: Preparation
  onBegin: (people: Teller[]) => void
  onPractice: () => void
  /** for a family that cannot come; only where the learner can record one */
  onRecord?: ((chosen: readonly string[]) => void) | undefined
}

/** Those in the room, by a tap each; what is said is for them and no other household. */
export function WhoIsHere({ prepared, onBegin, onPractice, onRecord }: WhoProps) {
  const { say } = useWords()
  const [here, setHere] = useState<readonly string[]>([])
  const [other, setOther] = useState('')
  const chosen = (): Teller[] => {
    const known = prepared.people
      .filter(({ id, role }) => here.includes(id) && role !== 'learner')
      .map(({ id, role, name }) => ({ role, personId: id, name }))
    const unknown = other.trim()
    return [...known, ...(unknown ? [{ role: 'guardian' as const, personId: null, name: unknown }] : [])]
  }
  return (
    <fieldset className={styles['form']}>
      <legend>{say('conferences.who-is-here')}</legend>
      {prepared.people.map(({ id, name, role }) => (
        <Checkbox
          key={`${role} ${id}`}
          label={`${name} (${say(`conferences.role-${role}`)})`}
          checked={here.includes(id)}
          onChange={() =>
            setHere((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
          }
        />
      ))}
      <Field
        label={say('conferences.somebody-else')}
        hint={say('conferences.somebody-else-hint')}
        optional
        maxLength={longestName}
        value={other}
        onChange={(event) => setOther(event.currentTarget.value)}
      />
      <p className={styles['quiet']}>{say('conferences.others-house')}</p>
      <div className={styles['ways']}>
        <Button look="primary" onClick={() => onBegin(chosen())}>
          {say('conferences.begin')}
        </Button>
        <Button onClick={onPractice}>{say('conferences.practice')}</Button>
        {onRecord && prepared.people.some(({ role }) => role === 'guardian') && (
          <Button onClick={() => onRecord(here)}>{say('conferences.cannot-come')}</Button>
        )}
      </div>
    </fieldset>
  )
}

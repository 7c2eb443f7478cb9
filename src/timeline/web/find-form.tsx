import { Search } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { entryKinds, longestSearch, mediums } from '../timeline.ts'
import type { Asked, Choices, Field as Name } from './asked.ts'
import styles from './timeline.module.css'

type FindFormProps = {
  asked: Asked
  ask: (change: Asked) => void
  clear: () => void
  choices: Choices | undefined
  /** whose work it is, or who helped */
  person: 'learner' | 'helper'
}

/** Words first; everything else is folded away until it is wanted. */
export function FindForm({ asked, ask, clear, choices, person }: FindFormProps) {
  const { say } = useWords()
  const [words, setWords] = useState(asked.words ?? '')
  useEffect(() => setWords(asked.words ?? ''), [asked.words])
  const find = (event: FormEvent) => {
    event.preventDefault()
    ask({ words: words.trim() })
  }
  const { words: _words, ...narrowing } = asked
  const narrowed = Object.keys(narrowing).length
  return (
    <search className={styles['find']}>
      <form className={styles['line']} onSubmit={find}>
        <Field
          label={say('timeline.find')}
          type="search"
          enterKeyHint="search"
          maxLength={longestSearch}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button type="submit" icon={Search}>
          {say('timeline.search')}
        </Button>
        {Object.keys(asked).length > 0 && (
          <Button look="plain" onClick={clear}>
            {say('timeline.clear')}
          </Button>
        )}
      </form>
      <details className={styles['narrow']} open={narrowed > 0 || undefined}>
        <summary>{say('timeline.narrow', { count: narrowed })}</summary>
        <div className={styles['fields']}>
          <Chosen
            name="kind"
            {...{ asked, ask }}
            options={entryKinds.map((id) => ({ id, name: say(`timeline.kind-${id}`) }))}
          />
          <Chosen
            name="medium"
            {...{ asked, ask }}
            options={mediums.map((id) => ({ id, name: say(`timeline.medium-${id}`) }))}
          />
          <Chosen
            name="person"
            label={person === 'learner' ? 'timeline.field-learner' : 'timeline.field-person'}
            {...{ asked, ask }}
            options={choices?.people}
          />
          <Chosen name="class" {...{ asked, ask }} options={choices?.classes} />
          <Chosen name="competency" {...{ asked, ask }} options={choices?.competencies} />
          {(['from', 'to'] as const).map((name) => (
            <Field
              key={name}
              label={say(`timeline.field-${name}`)}
              type="date"
              value={asked[name] ?? ''}
              onChange={(event) => ask({ [name]: event.currentTarget.value })}
            />
          ))}
        </div>
      </details>
    </search>
  )
}

type ChosenProps = {
  name: Exclude<Name, 'words' | 'from' | 'to'>
  label?: 'timeline.field-learner' | 'timeline.field-person'
  asked: Asked
  ask: (change: Asked) => void
  options: readonly { id: string; name: string }[] | undefined
}

/** Where there is nothing to choose among, nothing is asked. */
function Chosen({ name, label, asked, ask, options }: ChosenProps) {
  const { say } = useWords()
  if (!options || options.length === 0) return null
  return (
    <Select
      label={say(label ?? `timeline.field-${name}`)}
      value={asked[name] ?? ''}
      onChange={(event) => ask({ [name]: event.currentTarget.value })}
    >
      <option value="">{say('timeline.any')}</option>
      {options.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </Select>
  )
}

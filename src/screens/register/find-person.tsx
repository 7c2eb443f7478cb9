import { useDeferredValue, useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { FindPeople } from '../../register/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { AboutFound } from './people.tsx'
import styles from './register.module.css'

type FindPersonProps = {
  label: string
  /** who it cannot be */
  not: string
  act: string
  onChoose: (person: { id: string; name: string }) => void
}

/** So many are offered of those that were found. */
const mostOffered = 8

/** Choosing one other person: found while typing, told apart by where they are. */
export function FindPerson({ label, not, act, onChoose }: FindPersonProps) {
  const { say } = useWords()
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const { data = [] } = useRead(FindPeople, { query: { words: asked } }, { enabled: asked.length > 1 })
  const others = asked.length > 1 ? data.filter(({ id }) => id !== not) : []
  return (
    <>
      <Field
        label={label}
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className={styles['list']}>
        {others.slice(0, mostOffered).map((one) => (
          <li key={one.id} className={styles['row']}>
            <div>
              {one.name}
              <AboutFound found={one} />
            </div>
            <Button
              aria-label={say('register.choose', { act, name: one.name })}
              onClick={() => onChoose(one)}
            >
              {act}
            </Button>
          </li>
        ))}
      </ul>
      {others.length > mostOffered && (
        <p className={styles['quiet']}>{say('register.found-first', { count: mostOffered })}</p>
      )}
    </>
  )
}

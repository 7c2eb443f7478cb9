import { useDeferredValue, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Field } from '../../ui/field.tsx'
import { FindCompetencies } from '../contract.ts'
import { wordsOf } from './wording.ts'
import styles from './frameworks.module.css'

const pauseInTyping = 150

/** A field that finds items of every framework in use by pieces of words, while one types. */
export function CompetencySearch() {
  const { say, locale } = useWords()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(usePaused(typed.trim()))
  const { data, isFetching } = useRead(
    FindCompetencies,
    { query: { words: asked || '-' } },
    { enabled: asked !== '' },
  )
  const found = asked === '' ? undefined : data
  return (
    <search className={styles['search']}>
      <Field
        label={say('competencies.find')}
        hint={say('competencies.find-hint')}
        type="search"
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p role="status" className={styles['status']}>
        {found && !isFetching && say('competencies.found', { count: found.length })}
      </p>
      {found && found.length > 0 && (
        <ul className={styles['found']} aria-label={say('competencies.results')}>
          {found.map((one) => {
            const { statement, notes, lang } = wordsOf(one, locale)
            return (
              <li key={one.id}>
                <Link href={`/frameworks/${one.framework.id}?item=${one.id}`} lang={lang}>
                  {one.code && `${one.code} `}
                  {statement}
                </Link>
                {notes && <span lang={lang}>{notes}</span>}
                <small>{[one.above, one.framework.title].filter(Boolean).join(' · ')}</small>
              </li>
            )
          })}
        </ul>
      )}
    </search>
  )
}

/** What was typed, once the fingers rest for a moment. */
function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), pauseInTyping)
    return () => clearTimeout(timer)
  }, [typed])
  return paused
}

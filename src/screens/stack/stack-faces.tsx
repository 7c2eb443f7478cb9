import { Check } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Face } from '../../ui/faces.tsx'
import { namesBeginning, shortNames } from './short-names.ts'
import type { ClassLearner } from './stack-draft.ts'
import styles from './stack.module.css'

type StackFacesProps = {
  learners: readonly ClassLearner[]
  chosen: ReadonlySet<string>
  counts: ReadonlyMap<string, number>
  onTap: (learnerId: string) => void
  onNext: () => void
}

/** The class as faces, always in the same places, so that a hand learns them; and its names, for a keyboard. */
export function StackFaces({ learners, chosen, counts, onTap, onNext }: StackFacesProps) {
  const { say } = useWords()
  const names = useMemo(() => shortNames(learners), [learners])
  const [typed, setTyped] = useState('')
  const found = namesBeginning(learners, typed, counts)
  const meant = new Set(found.map(({ id }) => id))
  return (
    <fieldset className={styles['faces']}>
      <legend className="unseen">{say('stack.whose')}</legend>
      <NameBox
        typed={typed}
        found={found}
        onType={setTyped}
        onTap={(id) => {
          onTap(id)
          setTyped('')
        }}
        onNext={onNext}
      />
      <div className={styles['grid']}>
        {learners.map((learner) => {
          const count = counts.get(learner.id) ?? 0
          return (
            <label
              key={learner.id}
              className={classNames(
                styles['learner'],
                count === 0 && styles['none'],
                typed !== '' && (meant.has(learner.id) ? styles['meant'] : styles['other']),
              )}
            >
              <input
                type="checkbox"
                className={styles['tick']}
                checked={chosen.has(learner.id)}
                onChange={() => onTap(learner.id)}
              />
              <span className={styles['face']}>
                <Face person={learner} />
                <Check aria-hidden />
                {count > 0 && (
                  <span className={styles['badge']} aria-hidden>
                    {count}
                  </span>
                )}
              </span>
              <span aria-hidden>{names.get(learner.id)}</span>
              <span className="unseen">
                {learner.name}, {say('stack.has', { count })}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

type NameBoxProps = {
  typed: string
  found: readonly ClassLearner[]
  onType: (typed: string) => void
  onTap: (learnerId: string) => void
  onNext: () => void
}

/** First letters and Enter; Enter on nothing is "next". */
function NameBox({ typed, found, onType, onTap, onNext }: NameBoxProps) {
  const { say } = useWords()
  const id = useId()
  const first = found[0]
  const enter = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onType('')
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (typed.trim() === '') return onNext()
    if (first) onTap(first.id)
  }
  return (
    <div className={styles['names']}>
      <label htmlFor={id}>{say('stack.name')}</label>
      <input
        id={id}
        value={typed}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={`${id}-found`}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={enter}
      />
      <output id={`${id}-found`} htmlFor={id}>
        {typed.trim() === ''
          ? say('stack.name-hint')
          : first
            ? say('stack.name-found', { name: first.name })
            : say('stack.name-nobody')}
      </output>
    </div>
  )
}

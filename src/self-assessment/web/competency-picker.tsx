import { Search } from 'lucide-react'
import { useDeferredValue, useId, useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Field } from '../../ui/field.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { figuresOf } from '../constellation.ts'
import { ListInForce } from '../contract.ts'
import { CompetencySign } from './competency-sign.tsx'
import { useCompetencyWords } from './competency-words.ts'
import { fewOf, type InForce, type Pickable, useFound } from './find-at-hand.ts'
import styles from './picker.module.css'

type PickerProps = {
  /** Already chosen or tagged: shown as such, not offered again. */
  chosen: ReadonlySet<string>
  onPick: (picked: Pickable) => void
}

/** Finds a competency by words or by looking; for the youngest, pictures with a word each. */
export function CompetencyPicker({ chosen, onPick }: PickerProps) {
  const { say } = useWords()
  const { voice } = useVoice()
  const [asked, setAsked] = useState('')
  const { data: frameworks } = useRead(ListInForce, {})
  const found = useFound(frameworks ?? [], useDeferredValue(asked))
  if (!frameworks) return <p role="status">{say('self-assessment.opening')}</p>
  if (frameworks.length === 0) return <p>{say('self-assessment.no-framework')}</p>
  if (voice === 'early') return <Tiles {...{ frameworks, chosen, onPick }} />
  return (
    <div className={styles['picker']}>
      <div className={styles['search']}>
        <Search aria-hidden />
        <Field
          label={say('self-assessment.search')}
          hint={say('self-assessment.search-hint')}
          type="search"
          autoComplete="off"
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
      </div>
      {asked.trim() === '' ? (
        <Browse {...{ frameworks, chosen, onPick }} />
      ) : (
        <>
          <p className="unseen" role="status">
            {say('self-assessment.found', { count: found.length })}
          </p>
          {found.length === 0 && <p>{say('self-assessment.found-none')}</p>}
          <ul className={styles['found']}>
            {found.map((star) => (
              <Offer key={star.id} {...{ star, chosen, onPick }} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Offer({ star, chosen, onPick }: PickerProps & { star: Pickable }) {
  const { nameOf, plainOf } = useCompetencyWords()
  const id = useId()
  return (
    <li>
      <button
        type="button"
        className={styles['offer']}
        aria-describedby={id}
        disabled={chosen.has(star.id)}
        onClick={() => onPick(star)}
      >
        {nameOf(star)}
      </button>
      <small id={id}>{plainOf(star)}</small>
    </li>
  )
}

type BrowseProps = PickerProps & { frameworks: readonly InForce[] }

/** Folded by group, so that thirty names are never in sight at once. */
function Browse({ frameworks, chosen, onPick }: BrowseProps) {
  const { nameOf, titleOf } = useCompetencyWords()
  return frameworks.map((framework) => (
    <section key={framework.id} className={styles['framework']}>
      <h3>{titleOf(framework)}</h3>
      {figuresOf(framework.stars).map(({ hub, stars }) =>
        hub ? (
          <details key={hub.id} className={styles['group']} name={framework.id}>
            <summary>{nameOf(hub)}</summary>
            <ul className={styles['found']}>
              {[hub, ...stars].map((star) => (
                <Offer key={star.id} {...{ star, chosen, onPick }} />
              ))}
            </ul>
          </details>
        ) : (
          <ul key="flat" className={styles['found']}>
            {stars.map((star) => (
              <Offer key={star.id} {...{ star, chosen, onPick }} />
            ))}
          </ul>
        ),
      )}
    </section>
  ))
}

function Tiles({ frameworks, chosen, onPick }: BrowseProps) {
  const { nameOf, plainOf } = useCompetencyWords()
  return (
    <ul className={styles['tiles']}>
      {frameworks.flatMap(fewOf).map((star) => {
        return (
          <li key={star.id}>
            <button
              type="button"
              className={styles['tile']}
              disabled={chosen.has(star.id)}
              onClick={() => onPick(star)}
            >
              <CompetencySign identifier={star.identifier} />
              <strong>{nameOf(star)}</strong>
              <span>{plainOf(star)}</span>
            </button>
            <ReadAloud text={`${nameOf(star)}. ${plainOf(star)}`} />
          </li>
        )
      })}
    </ul>
  )
}

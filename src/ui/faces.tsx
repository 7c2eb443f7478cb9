import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../platform/web/words.tsx'
import { classNames } from './class-names.ts'
import styles from './faces.module.css'

/** Somebody, as little as it takes to recognize them. */
export type FaceOf = { id: string; name: string; picture?: string | undefined; tie?: string | undefined }

type FaceProps = { person: FaceOf; size?: 'small' | 'usual' | 'large' }

/** A person as a stone with their initials; the same person is always the same stone. */
export function Face({ person, size = 'usual' }: FaceProps) {
  const place = placeOf(person.id)
  return (
    <span
      className={classNames(styles['face'], styles[size])}
      data-shape={place % 5}
      data-color={Math.floor(place / 5)}
      aria-hidden
    >
      {person.picture ? <img src={person.picture} alt="" /> : initialsOf(person.name)}
    </span>
  )
}

type FacesProps = {
  people: readonly FaceOf[]
  /** "You, Ms. R. and your family" */
  sentence: ReactNode
  /** What the list is of; who can see this, unless told otherwise. */
  label?: string
  /** Under the names: a button to change it. */
  action?: ReactNode
}

const facesShown = 4

/** Whoever may see a thing, as faces and words; opened, it is the whole list of names. */
export function Faces({ people, sentence, label, action }: FacesProps) {
  const { say } = useWords()
  return (
    <details className={styles['faces']}>
      <summary>
        <span className={styles['row']}>
          {people.slice(0, facesShown).map((person) => (
            <Face key={person.id} person={person} size="small" />
          ))}
        </span>
        <span className={styles['sentence']}>
          <span className="unseen">{label ?? say('ui.who-can-see')}: </span>
          {sentence}
        </span>
        <ChevronDown className={styles['chevron']} aria-hidden />
      </summary>
      <div className={styles['list']}>
        <ul className={styles['names']} aria-label={label ?? say('ui.who-can-see')}>
          {people.map((person) => (
            <li key={person.id}>
              <Face person={person} size="small" />
              <span>{person.name}</span>
              {person.tie && <small>{person.tie}</small>}
            </li>
          ))}
        </ul>
        {action}
      </div>
    </details>
  )
}

/** First letters of the first and the last name, whatever script they are written in. */
export function initialsOf(name: string): string {
  const parts = name
    .replace(/^(mr|mrs|ms|mx|dr|m|mme)\.?\s+/i, '')
    .split(/[\s\-·]+/)
    .filter(Boolean)
  const picked = parts.length > 1 ? [parts[0], parts.at(-1)] : parts
  return picked
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('\u200c')
    .toLocaleUpperCase()
}

function placeOf(id: string): number {
  let sum = 2166136261
  for (const letter of id) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619)
  // Ids made one after the other differ in their last letters only: stir, so that neighbors look different.
  sum = Math.imul(sum ^ (sum >>> 15), 2246822507)
  return ((sum ^ (sum >>> 13)) >>> 0) % 25
}

import { Link } from 'wouter'
import type { Answer } from '../../platform/web/client.ts'
import { dayOf } from '../../platform/web/dates.ts'
import { useWords } from '../../platform/web/words.tsx'
import { plainName } from '../../rosters/roster.ts'
import type { ListKeptClasses } from '../../schools/contract.ts'
import styles from '../register/register.module.css'

type Kept = Answer<typeof ListKeptClasses>['classes'][number]

/** So many are shown of those that were found. */
const mostFound = 50

export const isOver = (one: Kept) => one.archived || (!one.isOpen && one.closesOn < dayOf())

/** By any words of their name, their teachers or their school. */
export function FoundClasses({ classes, words }: { classes: readonly Kept[]; words: string }) {
  const { say } = useWords()
  const asked = words.split(/\s+/).map(plainName)
  const found = classes.filter(({ name, school, teachers }) => {
    const said = plainName([name, school, ...teachers].join(' '))
    return asked.every((word) => said.includes(word))
  })
  return (
    <>
      <p role="status">{say('classes.found', { count: found.length })}</p>
      <ul className={styles['list']}>
        {found.slice(0, mostFound).map((one) => (
          <ClassRow key={one.id} one={one} at={one.school} />
        ))}
      </ul>
      {found.length > mostFound && (
        <p className={styles['quiet']}>{say('classes.found-first', { count: mostFound })}</p>
      )}
    </>
  )
}

export function ClassRow({ one, at = '' }: { one: Kept; at?: string }) {
  const { say } = useWords()
  const about = [at, say('classes.learners', { count: one.learners }), ...one.teachers]
  return (
    <li className={styles['row']}>
      <div>
        <Link href={`/office/classes/${one.id}`}>{one.name}</Link>
        <p className={styles['quiet']}>{about.filter(Boolean).join(' · ')}</p>
      </div>
      <ClassDays one={one} />
    </li>
  )
}

function ClassDays({ one }: { one: Kept }) {
  const { say, sayDate } = useWords()
  const days = { from: sayDate(one.opensOn, 'short'), until: sayDate(one.closesOn, 'short') }
  return (
    <p className={styles['quiet']}>
      {[
        one.archived ? say('classes.archived') : say('classes.days', days),
        one.fromRoster ? say('register.from-roster') : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}

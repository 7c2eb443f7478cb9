import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { GetYearAgo } from '../contract.ts'
import { EntryLine } from './entry-line.tsx'
import styles from './timeline.module.css'

/** What they made a year ago, for a learner who wished to see it; for everybody else nothing is here. */
export function YearAgo() {
  const { say } = useWords()
  const { data } = useRead(GetYearAgo, {})
  if (!data?.wished || data.entries.length === 0) return null
  return (
    <section className={styles['ago']} aria-label={say('timeline.year-ago')}>
      <h2>{say('timeline.year-ago')}</h2>
      {data.entries.map((entry) => (
        <EntryLine key={entry.id} entry={entry} mine />
      ))}
    </section>
  )
}

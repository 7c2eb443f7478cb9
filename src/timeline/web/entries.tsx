import { useWords } from '../../platform/web/words.tsx'
import { Section } from '../../ui/page.tsx'
import { schoolYearOf } from '../../work/piece.ts'
import type { Entry } from './asked.ts'
import { EntryLine } from './entry-line.tsx'
import styles from './timeline.module.css'

type EntriesProps = {
  entries: readonly Entry[]
  looked?: string | undefined
  mine: boolean
  showsLearner?: boolean
}

/** School year under school year, like the layers of a riverbank: the newest on top. */
export function Entries({ entries, ...rest }: EntriesProps) {
  const { say } = useWords()
  const years = [...Map.groupBy(entries, ({ madeAt }) => schoolYearOf(madeAt))]
  return years.map(([year, made]) => (
    <Section key={year} title={say('timeline.school-year', { from: String(year), to: String(year + 1) })}>
      <ol className={styles['entries']}>
        {made.map((entry) => (
          <li key={`${entry.kind} ${entry.id}`}>
            <EntryLine entry={entry} {...rest} />
          </li>
        ))}
      </ol>
    </Section>
  ))
}

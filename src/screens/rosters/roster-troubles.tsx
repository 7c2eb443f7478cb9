import { type WordKey, useWords } from '../../platform/web/words.tsx'
import { Section } from '../../ui/page.tsx'
import type { Story } from './roster-changes.tsx'
import would from '../../ui/what-it-would-do.module.css'
import styles from './rosters.module.css'

/** What stays out, by row and reason, and what was understood though it is written oddly. */
export function RosterTroubles({ story: { rejected, oddities } }: { story: Story }) {
  const { say } = useWords()
  return (
    <>
      {rejected.count > 0 && (
        <Section title={say('rosters.rejected', { count: rejected.count })}>
          <ul className={would['plain']}>
            {rejected.some.map((one) => (
              <li key={`${one.file} ${one.row} ${one.code} ${one.detail}`}>
                <strong>{say('rosters.row', one)}</strong>{' '}
                {say(`rosters.rejected-${one.code}` satisfies WordKey, one)}
              </li>
            ))}
          </ul>
          {rejected.count > rejected.some.length && (
            <p className={styles['quiet']}>
              {say('rosters.and-more', { count: rejected.count - rejected.some.length })}
            </p>
          )}
        </Section>
      )}
      {oddities.length > 0 && (
        <Section title={say('rosters.oddities', { count: oddities.length })}>
          <ul className={would['plain']}>
            {oddities.map((one) => (
              <li key={`${one.file} ${one.row} ${one.code} ${one.detail}`}>
                {say(`rosters.odd-${one.code}` satisfies WordKey, one)}{' '}
                <span className={styles['quiet']}>
                  {one.row === 0 ? say('rosters.whole-file', one) : say('rosters.first-row', one)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

import { useWords } from '../../platform/web/words.tsx'
import { fitOf } from '../rehearsal.ts'
import type { Rehearsal } from './my-rehearsals.tsx'
import styles from './rehearsals.module.css'

/** Page by page, how long was spoken; and whether those who listen will have time to speak too. */
export function PageMinutes({ one, plannedMinutes }: { one: Rehearsal; plannedMinutes: number | undefined }) {
  const { say } = useWords()
  const nameOf = usePageNames()
  const longest = Math.max(1, ...one.pages.map(({ seconds }) => seconds))
  return (
    <>
      {plannedMinutes !== undefined && (
        <p>{say(`rehearsals.fit-${fitOf(one.seconds, plannedMinutes)}`, { count: plannedMinutes })}</p>
      )}
      <ol className={styles['pages']}>
        {one.pages.map((page, at) => (
          <li key={at}>
            <span>{nameOf(page)}</span>
            <span className={styles['time']}>{say('rehearsals.stayed', timeOf(page.seconds))}</span>
            <span
              aria-hidden
              className={styles['bar']}
              style={{ inlineSize: `${(100 * page.seconds) / longest}%` }}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

const timeOf = (seconds: number) => ({
  minutes: Math.floor(seconds / 60),
  seconds: seconds % 60,
})

function usePageNames() {
  const { say } = useWords()
  return ({ kind, title }: Rehearsal['pages'][number]) => title || say(`conferences.${kind}`)
}

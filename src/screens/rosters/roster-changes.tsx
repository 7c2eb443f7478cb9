import type { Answer } from '../../platform/web/client.ts'
import { type WordKey, useWords } from '../../platform/web/words.tsx'
import type { GetRosterImport } from '../../rosters/contract.ts'
import { Section } from '../../ui/page.tsx'
import would from '../../ui/what-it-would-do.module.css'
import styles from './rosters.module.css'

export type Story = Answer<typeof GetRosterImport>['story']
type Listed = { count: number; some: readonly string[] }

/** Counts first, then who and what behind each. */
export function RosterChanges({ story, isDone }: { story: Story; isDone: boolean }) {
  const { say } = useWords()
  const { people, schools, classes } = story
  return (
    <Section title={say(isDone ? 'rosters.did' : 'rosters.would')}>
      <p>{say('rosters.holds', story.holds)}</p>
      <Names name="rosters.join" listed={people.join} of={people.join} />
      <Names name="rosters.leave" listed={people.leave} of={people.leave} />
      <Names name="rosters.return" listed={people.return} of={people.return} />
      <Names name="rosters.rename" listed={people.rename} of={people.rename} />
      <Names name="rosters.together" listed={people.together} />
      <Names name="rosters.moves" listed={story.moves} />
      <Names name="rosters.schools-opened" listed={schools.opened} />
      <Names name="rosters.schools-renamed" listed={schools.renamed} />
      <Names name="rosters.schools-gone" listed={schools.gone} />
      <Names name="rosters.classes-opened" listed={classes.opened} />
      <Names name="rosters.classes-changed" listed={classes.changed} />
      <Names name="rosters.classes-closed" listed={classes.closed} />
      <Ties story={story} />
      <p className={styles['quiet']}>{say('rosters.kept-safe')}</p>
    </Section>
  )
}

type Kinds = { learners: number; staff: number; guardians: number }

const useNumber = () => new Intl.NumberFormat(`${useWords().locale}-CA`)

function Names({ name, listed, of }: { name: WordKey; listed: Listed; of?: Kinds }) {
  const { say } = useWords()
  const number = useNumber()
  if (listed.count === 0) return null
  return (
    <details className={would['details']}>
      <summary>
        {say(name)} ({number.format(listed.count)})
      </summary>
      {of && <p className={styles['quiet']}>{say('rosters.kinds', { ...of })}</p>}
      <ul className={would['plain']}>
        {listed.some.map((one, place) => (
          // two people may have one name
          <li key={place}>{one}</li>
        ))}
      </ul>
      {listed.count > listed.some.length && (
        <p className={styles['quiet']}>
          {say('rosters.and-more', { count: listed.count - listed.some.length })}
        </p>
      )}
    </details>
  )
}

function Ties({ story: { enrollments, guardianships, duties } }: { story: Story }) {
  const { say } = useWords()
  const number = useNumber()
  const counts: [WordKey, number][] = [
    ['rosters.enrollments-opened', enrollments.opened],
    ['rosters.enrollments-changed', enrollments.changed],
    ['rosters.enrollments-closed', enrollments.closed],
    ['rosters.guardianships-opened', guardianships.opened],
    ['rosters.guardianships-closed', guardianships.closed],
    ['rosters.duties-opened', duties.opened],
    ['rosters.duties-closed', duties.closed],
  ]
  const some = counts.filter(([, count]) => count > 0)
  if (some.length === 0) return null
  return (
    <dl className={would['counts']}>
      {some.map(([name, count]) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>{number.format(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

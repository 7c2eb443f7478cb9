import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { FindPeople, GetPerson, UndoMerge } from '../../register/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import type { Registered } from './person-page.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import styles from './register.module.css'

/** Records that go on as this one, each with its way back. */
export function MergedRecords({ person }: { person: Registered }) {
  const { say, sayDate } = useWords()
  const undo = useAct(UndoMerge, { refreshes: [GetPerson, FindPeople] })
  if (person.merges.length === 0) return null
  return (
    <Section title={say('register.merged')}>
      <ul className={styles['list']}>
        {person.merges.map((one) => (
          <li key={one.id} className={styles['row']}>
            <div>
              <p>{one.name}</p>
              <p className={styles['quiet']}>
                {say('register.merged-on', { day: sayDate(one.at, 'short') })}
              </p>
            </div>
            <Button
              aria-label={say('register.unmerge-of', { name: one.name })}
              busy={undo.isPending && undo.variables.params.id === one.id}
              onClick={() => undo.mutate({ params: { id: one.id } })}
            >
              {say('register.unmerge')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles['quiet']}>{say('register.unmerge-meaning')}</p>
      <WhyNot error={undo.error} />
    </Section>
  )
}

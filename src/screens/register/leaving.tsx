import { useState } from 'react'
import { v7 } from 'uuid'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Depart, FindPeople, GetPerson, ReturnFromDeparture } from '../../register/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import type { Registered } from './person-page.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import styles from './register.module.css'

export function Leaving({ person }: { person: Registered }) {
  const { say, sayDate } = useWords()
  const [leaving, setLeaving] = useState<string>()
  const refreshes = [GetPerson, FindPeople]
  const depart = useAct(Depart, { refreshes, onDone: () => setLeaving(undefined) })
  const come = useAct(ReturnFromDeparture, { refreshes })
  const { departure } = person
  return (
    <Section title={say('register.leaving')}>
      {departure ? (
        <>
          <Notice kind="note" title={say('register.left-on', { day: sayDate(departure.at, 'short') })}>
            {say('register.left-meaning')}
          </Notice>
          <div>
            <Button busy={come.isPending} onClick={() => come.mutate({ params: { id: departure.id } })}>
              {say('register.return')}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button onClick={() => setLeaving(v7())}>{say('register.depart')}</Button>
        </div>
      )}
      <WhyNot error={come.error} />
      <Dialog
        open={leaving !== undefined}
        title={say('register.depart-title', { name: person.name })}
        onClose={() => setLeaving(undefined)}
        busy={depart.isPending}
        actions={
          <>
            <Button onClick={() => setLeaving(undefined)}>{say('register.leave-it')}</Button>
            <Button
              look="danger"
              busy={depart.isPending}
              onClick={() =>
                leaving && depart.mutate({ params: { id: leaving }, body: { personId: person.id } })
              }
            >
              {say('register.depart-do')}
            </Button>
          </>
        }
      >
        <p>{say('register.depart-meaning')}</p>
        {person.rosters.some(({ leftOn }) => leftOn === null) && (
          <p className={styles['quiet']}>{say('register.depart-roster')}</p>
        )}
        <WhyNot error={depart.error} />
      </Dialog>
    </Section>
  )
}

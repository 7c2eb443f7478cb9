import { useRef } from 'react'
import { ListConferenceTimes } from '../../appointments/contract.ts'
import { BookedTime, type ChildTimes, type Times } from '../../appointments/web/booked-time.tsx'
import { ChooseTime } from '../../appointments/web/choose-time.tsx'
import { NoneSuits } from '../../appointments/web/none-suits.tsx'
import { useSchoolTime } from '../../appointments/web/school-time.ts'
import { useMe } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import styles from './times.module.css'

/** A guardian's page: for each child the time they have, or those they can choose from. */
export function FamilyTimes() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListConferenceTimes, {}, { refetchOnMount: 'always' })
  const chooses = data?.children.some(({ booking, calledOff }) => !booking && !calledOff)
  return (
    <Page
      title={say('appointments.title')}
      lead={chooses ? say('appointments.lead') : undefined}
      width="reading"
      bar={<PersonBar />}
    >
      {!data && !error && <Loading />}
      {!data && error && (
        <Notice
          kind="problem"
          title={say('family.not-reached')}
          action={<Button onClick={() => void refetch()}>{say('people.away-try')}</Button>}
        />
      )}
      {data?.children.length === 0 && (
        <EmptyState title={say('appointments.nothing')}>
          <p>{say('appointments.nothing-meaning')}</p>
        </EmptyState>
      )}
      {data?.children.map((child) => (
        <ChildSection key={`${child.round.id} ${child.learner.id}`} child={child} all={data} />
      ))}
    </Page>
  )
}

function ChildSection({ child, all }: { child: ChildTimes; all: Times }) {
  const { say, sayList } = useWords()
  const { sayWhen } = useSchoolTime()
  const { round, learner, booking, lost } = child
  const id = `times-${round.id}-${learner.id}`
  return (
    <section className={styles['child']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{say('appointments.of-child', { name: learner.givenName, round: round.name })}</h2>
        <p className={styles['quiet']}>
          {say('appointments.with', { className: round.className, teachers: sayList(round.teachers) })}
        </p>
      </header>
      {child.calledOff && <Notice kind="note">{say('appointments.off', { name: round.name })}</Notice>}
      {lost && !booking && (
        <Notice kind="note">
          {lost.by
            ? say('appointments.lost', { name: lost.by.name, when: sayWhen(lost) })
            : say('appointments.lost-nobody', { when: sayWhen(lost) })}
        </Notice>
      )}
      {!child.calledOff && <TimeOf child={child} all={all} />}
    </section>
  )
}

function TimeOf({ child, all }: { child: ChildTimes; all: Times }) {
  const me = useMe()
  const first = useRef(child.booking?.id)
  return (
    <>
      {child.booking ? (
        <BookedTime
          key={child.booking.id}
          child={child}
          booking={child.booking}
          all={all}
          meId={me.id}
          fresh={child.booking.id !== first.current}
        />
      ) : (
        <ChooseTime child={child} all={all} />
      )}
      <NoneSuits child={child} />
    </>
  )
}

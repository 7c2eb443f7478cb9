import { Mail, Printer } from 'lucide-react'
import { GetConferencePlan } from '../../appointments/contract.ts'
import { CalendarButton } from '../../appointments/web/calendar-button.tsx'
import { PlanDayForm } from '../../appointments/web/plan-day-form.tsx'
import { type Plan, Timetable } from '../../appointments/web/timetable.tsx'
import { WithoutTime } from '../../appointments/web/without-time.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './times.module.css'

/** A teacher's page of a round: who comes when, who has no time yet, and further days. */
export function RoundTimes({ params }: ScreenProps) {
  const { say } = useWords()
  const { data, error, refetch } = useRead(
    GetConferencePlan,
    { params: { id: params['id'] ?? '' } },
    { refetchOnMount: 'always' },
  )
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const { round, days, families } = data
  const booked = families.filter(({ hasTime }) => hasTime).length
  return (
    <Page
      title={say('appointments.plan-title', { round: round.name })}
      lead={round.class.name}
      width="reading"
      bar={<TeacherBar classId={round.class.id} />}
    >
      {days.length === 0 ? (
        <EmptyState title={say('appointments.no-days')}>
          <p>{say('appointments.no-days-meaning')}</p>
        </EmptyState>
      ) : (
        <>
          <p>{say('appointments.booked-count', { booked, all: families.length })}</p>
          <Ways plan={data} />
          {days.map((day) => (
            <Timetable key={day.id} day={day} />
          ))}
          <div className={styles['unprinted']}>
            <Section title={say('appointments.missing')}>
              <WithoutTime plan={data} />
            </Section>
          </div>
        </>
      )}
      {round.withdrawnAt === null && (
        <div className={styles['unprinted']}>
          <Section title={say('appointments.add-day')}>
            <PlanDayForm round={round} />
          </Section>
        </div>
      )}
    </Page>
  )
}

function Ways({ plan: { round, days, timeZone } }: { plan: Plan }) {
  const { say } = useWords()
  const events = days.flatMap((day) =>
    day.slots.flatMap(({ booking, ...slot }) =>
      booking
        ? [
            {
              ...slot,
              title: say('appointments.calendar-title', { name: booking.learner.name }),
              place: day.place,
              words: [booking.guardian?.name, booking.language, booking.comes, booking.phone]
                .filter(Boolean)
                .join(', '),
            },
          ]
        : [],
    ),
  )
  return (
    <div className={styles['buttons']}>
      <Button icon={Printer} onClick={() => print()}>
        {say('appointments.print')}
      </Button>
      <ButtonLink icon={Mail} href={`/conference-rounds/${round.id}/letters`}>
        {say('appointments.letters')}
      </ButtonLink>
      {events.length > 0 && (
        <CalendarButton events={events} timeZone={timeZone} word={say('appointments.calendar-all')} />
      )}
    </div>
  )
}

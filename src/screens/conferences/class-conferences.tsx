import { CalendarClock, Languages, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { ListConferenceRounds, WithdrawConferenceRound } from '../../conferences/contract.ts'
import styles from '../../conferences/web/conferences.module.css'
import { GetReadinessBoard } from '../../readiness/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { LearnerLine } from './learner-line.tsx'
import { OpenRoundForm } from './open-round-form.tsx'
import { ReviseRoundForm } from './revise-round-form.tsx'

type Round = Answer<typeof ListConferenceRounds>[number]

/** A class's conferences, for its teachers: the rounds, who is ready, and what is filed. */
export function ClassConferences({ params }: ScreenProps) {
  const { say } = useWords()
  const classId = params['id'] ?? ''
  const [search, setSearch] = useSearchParams()
  const { data, error, refetch } = useRead(ListConferenceRounds, { params: { id: classId } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const standing = data.filter(({ withdrawnAt }) => withdrawnAt === null)
  const chosen = standing.find(({ id }) => id === search.get('round')) ?? standing[0]
  return (
    <Page title={say('conferences.title')} bar={<TeacherBar classId={classId} />}>
      {standing.length > 1 && (
        <Select
          label={say('conferences.which-round')}
          value={chosen?.id ?? ''}
          onChange={(event) => setSearch({ round: event.currentTarget.value }, { replace: true })}
        >
          {standing.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {chosen ? (
        <Board key={chosen.id} round={chosen} />
      ) : (
        <EmptyState title={say('conferences.no-round')}>
          <p>{say('conferences.open-round-meaning')}</p>
        </EmptyState>
      )}
      <OpenRoundForm classId={classId} />
    </Page>
  )
}

function Board({ round }: { round: Round }) {
  const { say, sayDate } = useWords()
  const { data } = useRead(GetReadinessBoard, { params: { id: round.id } }, { refetchOnMount: 'always' })
  const learners = data?.learners ?? []
  const ready = learners.filter(({ readyAt }) => readyAt !== null).length
  const without = learners.filter(({ households }) => households.every(({ time }) => time === null)).length
  const filed = learners.filter((one) => one.filed > 0).length
  return (
    <Section title={`${round.name}: ${say('conferences.board')}`}>
      <p className={styles['quiet']}>
        {say('conferences.round-days', { from: sayDate(round.startsOn), to: sayDate(round.endsOn) })} ·{' '}
        {round.place && `${round.place} · `}
        {say('conferences.board-lead')}
      </p>
      <p>
        <strong>{say('conferences.ready-count', { count: ready, all: learners.length })}</strong> ·{' '}
        <strong>{say('conferences.filed-count', { count: filed, all: learners.length })}</strong>
        {data?.planned && ` · ${say('appointments.without-count', { count: without })}`}
      </p>
      {data?.planned && (
        <div className={styles['ways']}>
          <ButtonLink look="plain" icon={CalendarClock} href={`/conference-rounds/${round.id}/times`}>
            {say('appointments.to-timetable')}
          </ButtonLink>
          <ButtonLink look="plain" icon={Languages} href="/interpreters">
            {say('appointments.interpreters')}
          </ButtonLink>
        </div>
      )}
      <ul className={styles['checklist']}>
        {learners.map((one) => (
          <LearnerLine key={one.learner.id} one={one} round={round} planned={data?.planned ?? false} />
        ))}
      </ul>
      <Revise round={round} />
      <CallOff round={round} />
    </Section>
  )
}

function Revise({ round }: { round: Round }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  if (!round.may.revise) return null
  return (
    <div>
      <Button look="plain" icon={Pencil} onClick={() => setOpen(true)}>
        {say('conferences.revise-round')}
      </Button>
      {open && <ReviseRoundForm round={round} onClose={() => setOpen(false)} />}
    </div>
  )
}

function CallOff({ round }: { round: Round }) {
  const { say } = useWords()
  const [sure, setSure] = useState(false)
  const withdraw = useAct(WithdrawConferenceRound, { refreshes: [ListConferenceRounds] })
  if (!sure)
    return (
      <div>
        <Button look="plain" onClick={() => setSure(true)}>
          {say('conferences.call-off')}
        </Button>
      </div>
    )
  return (
    <div className={styles['ways']}>
      <Button
        look="danger"
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate({ params: { id: round.id } })}
      >
        {say('conferences.call-off-sure')}
      </Button>
      <Button onClick={() => setSure(false)}>{say('conferences.keep-it')}</Button>
    </div>
  )
}

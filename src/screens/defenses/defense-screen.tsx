import { useState } from 'react'
import { CancelDefense, GetDefense } from '../../defenses/contract.ts'
import { Changes, Opening, OutcomeWords, Rubric } from '../../defenses/web/attempt-view.tsx'
import { type Attempt, type Defense, defenseReads, useWhen } from '../../defenses/web/defense-words.ts'
import { FamilyChoice } from '../../defenses/web/family-choice.tsx'
import { GuestPasses } from '../../defenses/web/guest-passes.tsx'
import { AnswerForm, OpeningForm } from '../../defenses/web/own-forms.tsx'
import { DecideForm, NoteForm } from '../../defenses/web/panel-forms.tsx'
import { ProtocolClock } from '../../defenses/web/protocol-clock.tsx'
import { ReviseForm } from '../../defenses/web/revise-form.tsx'
import { Trouble } from '../../defenses/web/trouble.tsx'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import day from '../../ui/shown-day.module.css'
import { HatBar } from '../frameworks/hat-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { ArrangeForm } from './arrange-form.tsx'

/** A presentation of learning: the learner prepares and reads, the panel writes, a teacher says what it came to. */
export function DefenseScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const asked = { params: { id: params['id'] ?? '' } }
  const { data: defense, error, refetch } = useRead(GetDefense, asked, { refetchOnMount: 'always' })
  if (!defense) return <Pending error={error} onTryAgain={refetch} />
  const [latest, ...earlier] = defense.attempts
  return (
    <Page title={defense.title} lead={defense.learner.name} width="reading" bar={<HatBar />}>
      {defense.calledOff && <Notice kind="note">{say('defenses.called-off')}</Notice>}
      {latest && <LatestAttempt key={latest.id} defense={defense} attempt={latest} />}
      {defense.may.callAgain && latest && (
        <Section title={say('defenses.call-again')}>
          <ArrangeForm defense={defense} attempt={latest} again />
        </Section>
      )}
      {earlier.map((attempt) => (
        <details key={attempt.id} className={day['stack']}>
          <summary>{say('defenses.attempt', { number: attempt.number })}</summary>
          <div className={day['list']}>
            <AttemptFacts attempt={attempt} />
            <Opening attempt={attempt} />
            <OutcomeWords attempt={attempt} />
            <Rubric attempt={attempt} />
          </div>
        </details>
      ))}
      {defense.may.callOff && <CallOff id={defense.id} />}
    </Page>
  )
}

function AttemptFacts({ attempt }: { attempt: Attempt }) {
  const { say, sayList } = useWords()
  const sayWhen = useWhen()
  const invited = attempt.family.filter(({ shows }) => shows !== 'nothing')
  return (
    <div>
      <p>{sayWhen(attempt)}</p>
      <p>{say('defenses.before', { names: sayList(attempt.panel.map(({ name }) => name)) })}</p>
      {invited.length > 0 && !attempt.may.invite && (
        <p>{say('defenses.family-asked', { names: sayList(invited.map(({ name }) => name)) })}</p>
      )}
      {attempt.may.open &&
        attempt.panel.map(
          ({ id, name, pass }) =>
            pass && (
              <p key={id} className={day['quiet']}>
                {say('defenses.pass-told', { name })}
              </p>
            ),
        )}
    </div>
  )
}

type AttemptProps = { defense: Defense; attempt: Attempt }

function LatestAttempt({ defense, attempt }: AttemptProps) {
  const { say } = useWords()
  const { may, outcome } = attempt
  const [arranging, setArranging] = useState(false)
  const [revising, setRevising] = useState(false)
  const isPanel = may.note || may.writeDown
  const hasGuests = attempt.panel.some(({ isGuest }) => isGuest)
  return (
    <>
      <Section
        title={say('defenses.attempt', { number: attempt.number })}
        action={
          may.arrange &&
          !arranging && (
            <Button look="plain" onClick={() => setArranging(true)}>
              {say('defenses.rearrange')}
            </Button>
          )
        }
      >
        {arranging && may.arrange ? (
          <ArrangeForm defense={defense} attempt={attempt} onDone={() => setArranging(false)} />
        ) : (
          <>
            <AttemptFacts attempt={attempt} />
            {!outcome && <Changes changes={attempt.changes} />}
          </>
        )}
        {may.open ? <OpeningForm attempt={attempt} /> : <Opening attempt={attempt} />}
      </Section>
      {outcome && (
        <Section title={say('defenses.what-it-came-to')}>
          <OutcomeWords attempt={attempt} />
          {may.answer && <AnswerForm attempt={attempt} />}
        </Section>
      )}
      {!outcome && attempt.protocol.length > 0 && (
        <Section title={say('defenses.protocol')}>
          <ProtocolClock protocol={attempt.protocol} />
        </Section>
      )}
      {revising && may.revise ? (
        <Section title={say('defenses.revise')}>
          <ReviseForm id={defense.id} attempt={attempt} onDone={() => setRevising(false)} />
        </Section>
      ) : (
        <Section
          title={say('defenses.criteria')}
          action={
            may.revise && (
              <Button look="plain" onClick={() => setRevising(true)}>
                {say('defenses.revise')}
              </Button>
            )
          }
        >
          {!outcome && may.open && <p className={day['quiet']}>{say('defenses.notes-later')}</p>}
          <Rubric attempt={attempt} />
        </Section>
      )}
      {isPanel && (
        <Section title={say('defenses.write-note')}>
          <NoteForm attempt={attempt} />
        </Section>
      )}
      {may.handPass && hasGuests && (
        <Section title={say('defenses.pass-title')}>
          <GuestPasses attempt={attempt} />
        </Section>
      )}
      {may.invite && (
        <Section title={say('defenses.family')}>
          <FamilyChoice attempt={attempt} />
        </Section>
      )}
      {may.decide && (
        <Section title={say('defenses.outcome')}>
          <DecideForm attempt={attempt} />
        </Section>
      )}
    </>
  )
}

function CallOff({ id }: { id: string }) {
  const { say } = useWords()
  const [sure, setSure] = useState(false)
  const keep = useKeep(CancelDefense, { as: 'defenses.waiting', refreshes: defenseReads })
  if (!sure) {
    return (
      <div>
        <Button look="plain" onClick={() => setSure(true)}>
          {say('defenses.call-off')}
        </Button>
      </div>
    )
  }
  return (
    <div className={day['buttons']}>
      <Button look="danger" busy={keep.isPending} onClick={() => keep.mutate({ params: { id } })}>
        {say('defenses.call-off-sure')}
      </Button>
      <Button onClick={() => setSure(false)}>{say('ui.cancel')}</Button>
      <Trouble error={keep.error} />
    </div>
  )
}

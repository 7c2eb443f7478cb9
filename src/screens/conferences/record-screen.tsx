import { Printer } from 'lucide-react'
import { Link } from 'wouter'
import { answerDays } from '../../conferences/conference.ts'
import { AddConferenceWord, GetConference, TakeConferenceWordBack } from '../../conferences/contract.ts'
import styles from '../../conferences/web/conferences.module.css'
import type { Meeting } from '../../conferences/web/meeting.ts'
import { SaidWords } from '../../conferences/web/said-words.tsx'
import { GoalPage } from '../../conferences/web/shown-page.tsx'
import { WordForm } from '../../conferences/web/word-form.tsx'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useMe } from '../../people/web/me.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetWalkthrough } from '../../walkthroughs/contract.ts'
import { answerBy } from '../../walkthroughs/walkthrough.ts'
import { AnswerForm } from '../../walkthroughs/web/answer-form.tsx'
import { type Walkthrough, WalkthroughView } from '../../walkthroughs/web/walkthrough-view.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ConferenceBar } from './conference-bar.tsx'
import { NotReached } from './not-reached.tsx'

/** What stays of a conference, for those who were there; on paper too. */
export function RecordScreen({ params }: ScreenProps) {
  const { say, sayDate, sayList } = useWords()
  const { data, error, refetch } = useRead(GetConference, { params: { id: params['id'] ?? '' } })
  const recorded = useRead(GetWalkthrough, { params: { id: params['id'] ?? '' } }, { quietly: true }).data
  if (!data) return <NotReached error={error} onTryAgain={refetch} />
  const { learner, closedAt, begunAt } = data
  const people = [
    learner.name,
    ...data.people.map(({ name, cameAt }) => (cameAt ? say('conferences.came-later', { name }) : name)),
  ]
  return (
    <Page
      title={say('conferences.record-title', { name: learner.name })}
      lead={
        closedAt
          ? say('conferences.record-lead', { day: sayDate(begunAt, 'long') })
          : recorded
            ? say('walkthroughs.waits', { day: sayDate(recorded.sentAt) })
            : say('conferences.not-closed')
      }
      width="reading"
      bar={<ConferenceBar />}
      action={
        <Button icon={Printer} onClick={() => print()}>
          {say('conferences.print')}
        </Button>
      }
    >
      <Section title={say('conferences.took-part')}>
        <p>{sayList(people)}</p>
      </Section>
      {recorded && <Recorded meeting={data} walkthrough={recorded} />}
      {data.shown.length > 0 && (
        <Section title={say('conferences.was-shown')}>
          <ul className={styles['list']}>
            {data.shown.map((one) => (
              <li key={one.pieceId} className={styles['card']}>
                <p className={styles['label']}>
                  {say(`conferences.${one.kind}`)}
                  {one.attempt !== null && ` · ${say('conferences.attempt-then', { number: one.attempt })}`}
                </p>
                <h3>
                  <Link href={`/pieces/${one.pieceId}`}>{one.title || say('conferences.untitled')}</Link>
                </h3>
                {one.why && <p>{one.why}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={say('conferences.together')}>
        <Said meeting={data} answers={recorded?.may.answer} />
      </Section>
      {data.goals.map((goal) => (
        <Section key={goal.id} title={say('conferences.agree-title')}>
          <GoalPage prepared={{ goal }} />
          <ul className={styles['agreements']}>
            {data.agreements
              .filter(({ goalId }) => goalId === goal.id)
              .map((one) => (
                <li key={one.id}>
                  {one.writtenBy.id === one.personId
                    ? say('conferences.agrees', { name: one.name })
                    : say('conferences.agreed-by-hand', { name: one.name, hand: one.writtenBy.name })}
                  <small className={styles['quiet']}> · {sayDate(one.writtenAt, 'moment')}</small>
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}

/** What was recorded for a family that could not come, and where they answer. */
function Recorded({ meeting, walkthrough }: { meeting: Meeting; walkthrough: Walkthrough }) {
  const { say, sayDate } = useWords()
  const me = useMe()
  const { name, id } = meeting.learner
  const { may, sentAt } = walkthrough
  const day = sayDate(sentAt)
  const lead =
    me.id === id
      ? say('walkthroughs.my-own', { day })
      : may.answer && !meeting.closedAt
        ? say('walkthroughs.sent', { name, day, until: sayDate(answerBy(new Date(sentAt)), 'long') })
        : say('walkthroughs.of-learner', { name, day })
  return (
    <Section title={say(may.answer ? 'walkthroughs.title' : 'walkthroughs.for-family')}>
      <WalkthroughView walkthrough={walkthrough} name={name} lead={lead} own={me.id === id} />
      {may.answer && meeting.may.write && <AnswerForm conferenceId={meeting.id} name={name} />}
    </Section>
  )
}

/** What was said; and, for a week, a place to add to it in one's own name. */
function Said({ meeting, answers = false }: { meeting: Meeting; answers?: boolean | undefined }) {
  const { say, sayDate } = useWords()
  const me = useMe()
  const refreshes = [GetConference]
  const tell = useKeep(AddConferenceWord, { as: 'conferences.waiting-word', refreshes })
  const back = useKeep(TakeConferenceWordBack, { as: 'conferences.waiting-word', refreshes })
  const role =
    me.id === meeting.learner.id
      ? 'learner'
      : (meeting.people.find(({ personId }) => personId === me.id)?.role ?? null)
  const until = meeting.closedAt && new Date(Date.parse(meeting.closedAt) + answerDays * 24 * 3_600_000)
  return (
    <>
      {meeting.words.length === 0 && <p className={styles['quiet']}>{say('conferences.nothing-said')}</p>}
      <SaidWords
        words={meeting.words.map((one) => ({
          ...one,
          hand: one.writtenBy.id === one.personId ? null : one.writtenBy.name,
          onTakeBack:
            one.may.takeBack && meeting.may.write ? () => back.mutate({ params: { id: one.id } }) : undefined,
        }))}
      />
      {meeting.may.write && role && !answers && (
        <>
          {until && (
            <p className={styles['quiet']}>{say('conferences.add-later', { day: sayDate(until) })}</p>
          )}
          <WordForm
            tellers={[{ role, personId: me.id, name: me.name }]}
            label={say('conferences.my-words')}
            onTell={({ kind, words, by }) =>
              tell.mutate({
                params: { id: newId() },
                body: {
                  conferenceId: meeting.id,
                  kind,
                  words,
                  role: by.role,
                  name: by.name,
                  personId: me.id,
                },
              })
            }
          />
          <WhyNot error={tell.error} />
          {tell.isSuccess && (
            <Notice kind="success">{say('conferences.saved-here', { name: meeting.learner.name })}</Notice>
          )}
        </>
      )}
    </>
  )
}

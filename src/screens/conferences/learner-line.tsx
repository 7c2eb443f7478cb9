import { Check, Circle, Hand, Presentation } from 'lucide-react'
import { type ListConferenceRounds } from '../../conferences/contract.ts'
import styles from '../../conferences/web/conferences.module.css'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { GetReadinessBoard, NudgeLearner } from '../../readiness/contract.ts'
import { useSchoolTime } from '../../appointments/web/school-time.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'

type Round = Answer<typeof ListConferenceRounds>[number]
type Standing = Answer<typeof GetReadinessBoard>['learners'][number]

/** How far one learner is, by signs with their words; and what their teacher can do about it. */
export function LearnerLine({ one, round, planned }: { one: Standing; round: Round; planned: boolean }) {
  const { say, sayDate } = useWords()
  const { learner } = one
  const has = round.asks.map((kind) => ({
    kind,
    there: kind === 'goal' ? one.goal : one.chosen.includes(kind),
  }))
  return (
    <li>
      <span>
        <strong>{learner.name}</strong>
        <span className={styles['quiet']}>
          {' · '}
          {say(one.readyAt ? 'conferences.is-ready' : 'conferences.is-preparing')}
          {one.filed > 0 && ` · ${say('conferences.filed')}`}
          {one.nudgedAt &&
            !one.readyAt &&
            ` · ${say('conferences.nudged-on', { day: sayDate(one.nudgedAt) })}`}
        </span>
        {planned && <Households one={one} />}
      </span>
      <span className={styles['mark']}>
        {has.map(({ kind, there }) => {
          const said = say(there ? 'conferences.has' : 'conferences.has-not', {
            what: say(`conferences.${kind}`),
          })
          return (
            <span key={kind} title={said}>
              {there ? <Check aria-hidden /> : <Circle aria-hidden />}
              <span className="unseen">{said}</span>
            </span>
          )
        })}
        {!one.readyAt && one.filed === 0 && <Nudge learner={learner} roundId={round.id} />}
        <ButtonLink
          look="plain"
          icon={Presentation}
          href={`/conference-rounds/${round.id}/present/${learner.id}`}
        >
          {say('conferences.open-for', { name: learner.name })}
        </ButtonLink>
      </span>
    </li>
  )
}

/** When each household comes, in which language; then by name who has no time, for they may live apart or together. */
function Households({ one }: { one: Standing }) {
  const { say, sayList } = useWords()
  const { sayWhen } = useSchoolTime()
  const coming = one.households.flatMap(({ name, time, language, interpreter }) =>
    time
      ? [
          [name, sayWhen(time), language, interpreter && say('appointments.wants-interpreter')]
            .filter(Boolean)
            .join(' · '),
        ]
      : [],
  )
  const names = one.households.flatMap(({ name, time }) => (time || name === null ? [] : [name]))
  return (
    <span className={styles['households']}>
      {coming.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {coming.length > 0 && names.length > 0 && (
        <span>{say('appointments.no-own-time', { names: sayList(names) })}</span>
      )}
      {coming.length === 0 && <strong>{[say('appointments.no-time-yet'), ...names].join(' · ')}</strong>}
    </span>
  )
}

/** One touch, and the learner reads at home that somebody looks forward to it. */
function Nudge({ learner, roundId }: { learner: Standing['learner']; roundId: string }) {
  const { say } = useWords()
  const nudge = useKeep(NudgeLearner, { as: 'conferences.waiting-nudge', refreshes: [GetReadinessBoard] })
  if (nudge.isSuccess) return <span role="status">{say('conferences.nudged')}</span>
  return (
    <Button
      look="plain"
      icon={Hand}
      busy={nudge.isPending}
      onClick={() => nudge.mutate({ params: { id: newId() }, body: { roundId, learnerId: learner.id } })}
    >
      {say('conferences.nudge')}
      <span className="unseen">: {learner.name}</span>
    </Button>
  )
}

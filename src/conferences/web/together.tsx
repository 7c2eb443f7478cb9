import { Check } from 'lucide-react'
import { useMe } from '../../people/web/me.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import type { HeldMeeting } from './meeting.ts'
import type { Teller } from './meeting-writes.ts'
import type { Preparation } from './prepared.ts'
import { SaidWords } from './said-words.tsx'
import { Latecomer } from './latecomer.tsx'
import { GoalPage } from './shown-page.tsx'
import { WordForm } from './word-form.tsx'
import styles from './conferences.module.css'

type TogetherProps = { prepared: Preparation; meeting: HeldMeeting }

/** The last page: what everybody says, the goal agreed by all, and the end. */
export function Together({ prepared, meeting }: TogetherProps) {
  const { say } = useWords()
  const me = useMe()
  const { here } = meeting
  const { learner, may } = prepared
  if (!here) return null
  const child: Teller = { role: 'learner', personId: learner.id, name: learner.name }
  const own = me.id === learner.id || may.scribe
  const people = [...here.people, ...(here.late ?? []).map(({ who }) => who)]
  const family = people.filter(({ role }) => role === 'guardian')
  const teachers = people.filter(({ role }) => role === 'teacher')
  const tellers = [...family, ...(own ? [child] : []), ...teachers]
  const arrived = prepared.conferences.find(({ id }) => id === here.id)
  const handOf = (by: { personId: string | null }) => (by.personId === me.id ? null : me.name)
  const words = [
    ...(arrived?.words ?? [])
      .filter(({ id }) => !here.words.some((one) => one.id === id))
      .map((one) => ({
        ...one,
        hand: one.writtenBy.id === one.personId ? null : one.writtenBy.name,
      })),
    ...here.words.map(({ by, ...one }) => ({
      ...one,
      name: by.name,
      hand: handOf(by),
      onTakeBack: () => meeting.takeBack(one.id),
    })),
  ].filter(({ id }) => !here.back.includes(id))
  return (
    <div className={styles['together']}>
      <section aria-label={say('conferences.together')} className={styles['part']}>
        <WordForm tellers={tellers} onTell={meeting.tell} />
        {!own && <p className={styles['quiet']}>{say('conferences.only-own', { name: learner.name })}</p>}
        <SaidWords words={words} />
        <Latecomer prepared={prepared} people={people} onJoin={meeting.join} />
      </section>
      <section className={styles['part']} aria-label={say('conferences.agree-title')}>
        <h2>{say('conferences.agree-title')}</h2>
        {prepared.goal ? (
          <>
            <GoalPage prepared={prepared} />
            <Agreements
              goalId={prepared.goal.id}
              tellers={[...(own ? [child] : []), ...people]}
              meeting={meeting}
            />
          </>
        ) : (
          <p className={styles['quiet']}>{say('conferences.no-goal-yet')}</p>
        )}
      </section>
      <WhyNot error={meeting.error} />
      <section className={styles['part']} aria-label={say('conferences.close')}>
        <p className={styles['quiet']}>{say('conferences.close-meaning')}</p>
        <div>
          <Button look="primary" busy={meeting.closing} onClick={meeting.close}>
            {say('conferences.close')}
          </Button>
        </div>
      </section>
    </div>
  )
}

type AgreementsProps = { goalId: string; tellers: readonly Teller[]; meeting: HeldMeeting }

/** Each says yes; it is kept whose yes it was and whose hand kept it. */
function Agreements({ goalId, tellers, meeting }: AgreementsProps) {
  const { say } = useWords()
  const me = useMe()
  const agreed = (one: Teller) =>
    meeting.here?.agreements.some(
      ({ by, goalId: to }) => to === goalId && by.role === one.role && by.name === one.name,
    )
  return (
    <ul className={styles['agreements']}>
      {tellers.map((one) => (
        <li key={`${one.role} ${one.personId} ${one.name}`}>
          {agreed(one) ? (
            <span className={styles['yes']}>
              <Check aria-hidden />
              {one.personId === me.id
                ? say('conferences.agrees', { name: one.name })
                : say('conferences.agreed-by-hand', { name: one.name, hand: me.name })}
            </span>
          ) : (
            <Button onClick={() => meeting.agree(goalId, one)}>
              {say('conferences.agrees', { name: one.name })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

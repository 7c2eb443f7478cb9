import { sayMinute } from '../../platform/web/day-minutes.ts'
import { useWords } from '../../platform/web/words.tsx'
import { type Showcase, stateWords } from './showcase-words.ts'
import styles from './showcases.module.css'

/** What it is, until when, who has agreed, and how often its link was used. */
export function ShowcaseFacts({ showcase }: { showcase: Showcase }) {
  const { say, sayDate, locale } = useWords()
  const { state, closesOn, closesAtMinute, answers, uses, hasPasscode, needsGuardian } = showcase
  const day = sayDate(closesOn)
  const until =
    closesAtMinute === 1440
      ? say('showcases.until-midnight', { day })
      : say('showcases.until', { moment: `${day}, ${sayMinute(locale, closesAtMinute)}` })
  const times = uses.reduce((sum, one) => sum + one.times, 0)
  const waitsFor = state === 'waiting' ? missing(answers, needsGuardian) : []
  return (
    <div className={styles['facts']}>
      <p className={styles['state']} data-state={state}>
        {say(stateWords[state])}
      </p>
      <p>{until}</p>
      {hasPasscode && <p>{say('showcases.with-passcode')}</p>}
      <ul className={styles['answers']}>
        {answers.map(({ person, role, agrees, words }) => (
          <li key={`${person.id} ${role}`}>
            {say(agrees ? 'showcases.has-agreed' : 'showcases.has-declined', { name: person.name })}
            {words && <q>{words}</q>}
          </li>
        ))}
        {waitsFor.map((role) => (
          <li key={role} className={styles['quiet']}>
            {say(`showcases.waits-${role}`)}
          </li>
        ))}
      </ul>
      {(state === 'open' || times > 0) && <p>{say('showcases.used', { count: times })}</p>}
    </div>
  )
}

function missing(answers: Showcase['answers'], needsGuardian: boolean): ('teacher' | 'guardian')[] {
  const agreed = (role: string) => answers.some((one) => one.role === role && one.agrees)
  const needed = needsGuardian ? (['teacher', 'guardian'] as const) : (['teacher'] as const)
  return needed.filter((role) => !agreed(role))
}

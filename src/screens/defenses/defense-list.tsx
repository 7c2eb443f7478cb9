import { Link } from 'wouter'
import { type ClassDefenses, useWhen } from '../../defenses/web/defense-words.ts'
import { useWords } from '../../platform/web/words.tsx'
import day from '../../ui/shown-day.module.css'

/** Presentations of learning, those to come first. */
export function DefenseList({ defenses }: { defenses: ClassDefenses['defenses'] }) {
  const { say } = useWords()
  const sayWhen = useWhen()
  return (
    <ul className={day['list']}>
      {defenses.map((one) => (
        <li key={one.id} className={day['line']}>
          <h2>
            <Link href={`/presentations/${one.id}`}>
              {one.learner.name}: {one.title}
            </Link>
          </h2>
          <p>{sayWhen(one)}</p>
          <p className={day['quiet']}>
            {say('defenses.attempt', { number: one.number })} ·{' '}
            {say(one.outcome ? `defenses.outcome-${one.outcome}` : 'defenses.to-come')}
          </p>
        </li>
      ))}
    </ul>
  )
}

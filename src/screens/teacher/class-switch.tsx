import { Link } from 'wouter'
import { ListWaitingForFeedback } from '../../feedback/contract.ts'
import { useMe } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { rememberClass } from '../../schools/web/chosen-class.ts'
import { classNames } from '../../ui/class-names.ts'
import type { TaughtClass } from './today.tsx'
import styles from './today.module.css'

type ClassSwitchProps = { taught: readonly TaughtClass[]; here: string }

/** Between the classes of one teacher, each saying what waits there. */
export function ClassSwitch({ taught, here }: ClassSwitchProps) {
  const { say } = useWords()
  return (
    <nav className={styles['classes']} aria-label={say('teacher.classes')}>
      {taught.map((one) => (
        <ClassWay key={one.id} one={one} here={one.id === here} />
      ))}
    </nav>
  )
}

function ClassWay({ one, here }: { one: TaughtClass; here: boolean }) {
  const { say } = useWords()
  const { id: person } = useMe()
  const { data: waiting } = useRead(ListWaitingForFeedback, { params: { id: one.id } })
  return (
    <Link
      className={classNames(styles['class'], here && styles['here'])}
      href={`/today?class=${one.id}`}
      aria-current={here ? 'page' : undefined}
      onClick={() => rememberClass(person, one.id)}
    >
      <strong>{one.name}</strong>
      {waiting && <small>{say('teacher.waiting-short', { count: waiting.length })}</small>}
    </Link>
  )
}

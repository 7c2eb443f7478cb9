import { CalendarClock } from 'lucide-react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { ListOwnConferences } from '../contract.ts'
import styles from './conference-line.module.css'
import { useSchoolTime } from './school-time.ts'

/** When a learner's conference is: a line, and nothing at all when there is none. */
export function ConferenceLine() {
  const { data } = useRead(ListOwnConferences, {})
  return data?.map((one) => <Line key={one.id} one={one} />)
}

type OwnConference = { heldOn: string; fromMinute: number; place: string }

function Line({ one }: { one: OwnConference }) {
  const { say } = useWords()
  const { sayWhen } = useSchoolTime()
  const sentence = [say('appointments.mine', { when: sayWhen(one) }), one.place].filter(Boolean).join(' · ')
  return (
    <p className={styles['line']}>
      <CalendarClock aria-hidden />
      <span>{sentence}</span>
      <ReadAloud text={sentence} />
    </p>
  )
}

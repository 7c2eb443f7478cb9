import { useState } from 'react'
import { Link } from 'wouter'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Section } from '../../ui/page.tsx'
import { GetClassDay } from '../../work/contract.ts'
import { findNotSeen, type NotSeen } from './not-seen.ts'
import styles from './today.module.css'

const shown = 6

/** Learners to look out for, said kindly and in private; nobody is ranked or measured. */
export function NotSeenList({ classId }: { classId: string }) {
  const { say } = useWords()
  const [all, setAll] = useState(false)
  const { data } = useRead(GetClassDay, { params: { id: classId } })
  const found = data ? findNotSeen(data.learners, Date.now()) : []
  if (!data || data.learners.length === 0) return null
  if (found.length === 0) {
    return (
      <Section title={say('teacher.not-seen')}>
        <p className={styles['lead']}>{say('teacher.everybody-seen')}</p>
      </Section>
    )
  }
  return (
    <Section title={say('teacher.not-seen')}>
      <ul className={styles['people']}>
        {(all ? found : found.slice(0, shown)).map((one) => (
          <OneLearner key={one.learner.id} found={one} />
        ))}
      </ul>
      {found.length > shown && !all && (
        <Button look="plain" className={styles['all']} onClick={() => setAll(true)}>
          {say('teacher.not-seen-all', { count: found.length })}
        </Button>
      )}
    </Section>
  )
}

function OneLearner({ found }: { found: NotSeen }) {
  const { learner } = found
  return (
    <li className={styles['person']}>
      <Face person={learner} />
      <span>
        <Link href={`/learners/${learner.id}`}>{learner.name}</Link>
        <small>
          <WhyListed found={found} />
        </small>
      </span>
    </li>
  )
}

function WhyListed({ found }: { found: NotSeen }) {
  const { say, sayDate } = useWords()
  if (found.because !== 'quiet') {
    const joined = sayDate(found.learner.joinedOn, found.because === 'new' ? 'day' : 'short')
    return say(found.because === 'new' ? 'teacher.new-here' : 'teacher.none-yet', { joined })
  }
  return say(found.unit === 'weeks' ? 'teacher.quiet-weeks' : 'teacher.quiet-months', { count: found.count })
}

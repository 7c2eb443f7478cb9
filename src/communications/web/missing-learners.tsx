import { Link } from 'wouter'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Face } from '../../ui/faces.tsx'
import type { AskedKind } from '../communication.ts'
import type { GetSchoolCompleteness } from '../contract.ts'
import styles from './completeness.module.css'

export type Missing = Answer<typeof GetSchoolCompleteness>['classes'][number]['missing'][number]

type MissingProps = {
  missing: readonly Missing[]
  asks: readonly AskedKind[]
  /** where a name leads; nowhere for those who see names alone */
  wayTo?: (learnerId: string) => string
}

/** Names, and what is still to come; never a word of what was said. */
export function MissingLearners({ missing, asks, wayTo }: MissingProps) {
  return (
    <ul className={styles['people']}>
      {missing.map((one) => (
        <li key={one.learner.id} className={styles['person']}>
          <Face person={one.learner} />
          <span>
            {wayTo ? <Link href={wayTo(one.learner.id)}>{one.learner.name}</Link> : one.learner.name}
            <small>
              <StillToCome one={one} asks={asks} />
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}

const missingWords = {
  reflection: 'communications.missing-reflection',
  goal: 'communications.missing-goal',
  claim: 'communications.missing-claim',
  conference: 'communications.missing-conference',
} as const

function StillToCome({ one, asks }: { one: Missing; asks: readonly AskedKind[] }) {
  const { say, sayDate, sayList } = useWords()
  const what = sayList(asks.filter((kind) => !one.said.includes(kind)).map((kind) => say(missingWords[kind])))
  return [
    say('communications.what-still', { what }),
    one.joinedOn && say('communications.here-since', { day: sayDate(one.joinedOn, 'short') }),
    one.remindedOn && say('communications.invited', { day: sayDate(one.remindedOn, 'short') }),
  ]
    .filter(Boolean)
    .join(' · ')
}

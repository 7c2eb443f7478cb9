import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Face } from '../../ui/faces.tsx'
import { Time } from '../../ui/time.tsx'
import type { WhoSees } from '../../work/contract.ts'
import styles from './piece.module.css'

type WhoLookedProps = {
  looks: Answer<typeof WhoSees>['looks']
  /** Said to the learner of work that others could have looked at. */
  nobodyYet: boolean
}

/** Who has looked; the API tells it only to the learner and their family. */
export function WhoLooked({ looks, nobodyYet }: WhoLookedProps) {
  const { say } = useWords()
  const people = [...new Map(looks.map((look) => [look.person.id, look])).values()]
  if (people.length === 0) {
    return nobodyYet ? <p className={styles['quiet']}>{say('spaces.nobody-looked')}</p> : null
  }
  return (
    <details className={styles['looked']}>
      <summary>{say('spaces.looked', { count: people.length })}</summary>
      <ul className={styles['lookers']}>
        {people.map(({ person, on }) => (
          <li key={person.id}>
            <Face person={person} size="small" />
            <span>{person.name}</span>
            <small>
              <Time at={on} />
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}

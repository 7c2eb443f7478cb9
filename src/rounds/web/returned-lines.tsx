import { Link } from 'wouter'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Face } from '../../ui/faces.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { ListReturned } from '../contract.ts'
import styles from './rounds.module.css'

/** On a learner's first page: work that came back for another go, with what to try. Else nothing. */
export function ReturnedLines() {
  const { say } = useWords()
  const { data } = useRead(ListReturned, {})
  if (!data || data.length === 0) return null
  return (
    <section className={styles['lines']} aria-label={say('rounds.another-go')}>
      {data.map(({ id, tryNext, returnedBy, piece }) => {
        const title = piece.title || say('rounds.your-work')
        const sentence = say('rounds.came-back', { name: returnedBy.name, title })
        return (
          <div key={id} className={styles['line']}>
            <Face person={returnedBy} />
            <div className={styles['said']}>
              <Link className={styles['way']} href={`/pieces/${piece.id}`}>
                {sentence}
              </Link>
              <span className={styles['preview']}>{tryNext}</span>
            </div>
            <ReadAloud text={`${sentence}. ${tryNext}`} />
          </div>
        )
      })}
    </section>
  )
}

import { RotateCcw } from 'lucide-react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { GetRounds } from '../contract.ts'
import { Exemplars } from './exemplars.tsx'
import { FocusWords } from './focus-words.tsx'
import styles from './rounds.module.css'

/** Beside the next attempt: what to try, what to look at this time, and something to look at. */
export function RoundAhead({ pieceId, iterationId }: { pieceId: string; iterationId: string | undefined }) {
  const { say } = useWords()
  const { data: rounds } = useRead(GetRounds, { params: { id: pieceId } })
  if (!rounds) return null
  const open = rounds.returns.filter(({ nextNumber, answer }) => nextNumber === null && answer === null)
  const focus = rounds.focuses.find((one) => one.iterationId === iterationId)
  if (open.length === 0 && !focus && rounds.exemplars.length === 0) return null
  return (
    <div className={styles['round']}>
      {open.map(({ id, tryNext, returnedBy }) => (
        <section key={id} className={styles['return']} aria-label={say('rounds.to-try')}>
          <h3>
            <RotateCcw aria-hidden />
            {say('rounds.to-try')}
          </h3>
          <p className={styles['words']}>{tryNext}</p>
          <p className={styles['by']}>{returnedBy.name}</p>
          <ReadAloud text={tryNext} />
        </section>
      ))}
      {focus && <FocusWords focus={focus} />}
      <Exemplars exemplars={rounds.exemplars} />
    </div>
  )
}

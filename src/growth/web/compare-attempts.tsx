import { lazy, Suspense } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Loading } from '../../ui/ways.tsx'
import { type Way, wayOf, waysFor } from '../pair.ts'
import type { Attempt, Pair } from './attempt.ts'
import { AttemptChoice } from './attempt-choice.tsx'
import { Beside } from './beside.tsx'
import { Filmstrip } from './filmstrip.tsx'
import { Overlay } from './overlay.tsx'
import { signOfWay, wordOfWay } from './way-signs.ts'
import styles from './compare-attempts.module.css'

const WordsChanged = lazy(async () => ({
  default: (await import('./words-changed.tsx')).WordsChanged,
}))
const ListenToBoth = lazy(async () => ({
  default: (await import('./listen-to-both.tsx')).ListenToBoth,
}))
const FilmsInStep = lazy(async () => ({
  default: (await import('./films-in-step.tsx')).FilmsInStep,
}))

export type Comparison = { earlier: number; later: number; way: string | null }

type CompareAttemptsProps = {
  attempts: readonly Attempt[]
  /** Numbers of the attempts, as far as they are chosen already; first and latest otherwise. */
  comparison: Partial<Comparison>
  onChange: (comparison: Comparison) => void
  hrefOf: (attempt: Attempt) => string
}

/** Any two attempts against each other, in every way that fits what they are made of. */
export function CompareAttempts({ attempts, comparison, onChange, hrefOf }: CompareAttemptsProps) {
  const { say } = useWords()
  const pair = pairOf(attempts, comparison)
  if (!pair) return null
  const fitting = waysFor(pair.earlier, pair.later, attempts.length)
  const way = wayOf(comparison.way, fitting)
  const chosen = { earlier: pair.earlier.number, later: pair.later.number, way: comparison.way ?? null }
  return (
    <div className={styles['compare']}>
      {fitting.length > 1 && (
        <Segments
          label={say('growth.ways')}
          quietLabel
          value={way}
          onChange={(next: Way) => onChange({ ...chosen, way: next })}
          choices={fitting.map((one) => ({ value: one, label: say(wordOfWay[one]), icon: signOfWay[one] }))}
        />
      )}
      <Suspense fallback={<Loading />}>
        <Compared {...pair} way={way} attempts={attempts} hrefOf={hrefOf} />
      </Suspense>
      {way !== 'all' && (
        <div className={styles['pair']}>
          {(['earlier', 'later'] as const).map((side) => (
            <AttemptChoice
              key={side}
              side={side}
              attempts={attempts}
              chosen={pair[side]}
              onChoose={(attempt) => onChange({ ...chosen, [side]: attempt.number })}
            />
          ))}
        </div>
      )}
    </div>
  )
}

type ComparedProps = Pair & Pick<CompareAttemptsProps, 'attempts' | 'hrefOf'> & { way: Way }

/** Two attempts in one way of looking at them; of one piece, or of two that lie years apart. */
export function Compared({ way, earlier, later, attempts, hrefOf }: ComparedProps) {
  const pair = `${earlier.id} ${later.id}`
  switch (way) {
    case 'slide':
    case 'fade':
      return <Overlay earlier={earlier} later={later} way={way} />
    case 'words':
      return <WordsChanged key={pair} earlier={earlier} later={later} />
    case 'listen':
      return <ListenToBoth key={pair} earlier={earlier} later={later} />
    case 'watch':
      return <FilmsInStep key={pair} earlier={earlier} later={later} />
    case 'all':
      return <Filmstrip attempts={attempts} hrefOf={hrefOf} />
    case 'beside':
      return <Beside earlier={earlier} later={later} />
  }
}

function pairOf(attempts: readonly Attempt[], wanted: Partial<Comparison>): Pair | undefined {
  const numbered = (number: number | undefined) => attempts.find((one) => one.number === number)
  const earlier = numbered(wanted.earlier) ?? attempts[0]
  const later = numbered(wanted.later) ?? attempts.at(-1)
  return earlier && later && { earlier, later }
}

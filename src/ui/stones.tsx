import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../platform/web/words.tsx'
import styles from './stones.module.css'

/** One attempt in the row: a thumbnail, or what its medium looks like when it has none. */
export type Stone = { id: string; number: number; thumbnail?: ReactNode; caption?: string; mark?: ReactNode }

type StonesProps = {
  attempts: readonly Stone[]
  selected: string | undefined
  onSelect: (id: string) => void
  /** What is chosen here, where there is more than one row. */
  label?: string
  /** At the end of the row: adding the next one. */
  next?: ReactNode
}

/** The way taken so far: attempts as a row of stones, first to latest. Arrow keys walk along it. */
export function Stones({ attempts, selected, onSelect, label, next }: StonesProps) {
  const { say } = useWords()
  const row = useRef<HTMLOListElement>(null)
  const hint = useId()
  const latest = attempts.at(-1)?.id
  const current = attempts.some(({ id }) => id === selected) ? selected : latest
  useEffect(() => bringIntoView(row.current, current), [current])
  return (
    <div className={styles['path']}>
      <span id={hint} hidden>
        {say('ui.attempts-hint')}
      </span>
      <ol
        ref={row}
        className={styles['row']}
        aria-label={label ?? say('ui.attempts')}
        aria-describedby={hint}
      >
        {attempts.map((attempt) => (
          <li key={attempt.id}>
            <button
              type="button"
              className={styles['stone']}
              aria-current={attempt.id === current ? 'true' : undefined}
              tabIndex={attempt.id === current ? 0 : -1}
              onClick={() => onSelect(attempt.id)}
              onKeyDown={walk}
            >
              <span className={styles['picture']} aria-hidden>
                {attempt.thumbnail ?? <span className={styles['bare']}>{attempt.number}</span>}
              </span>
              <span className={styles['number']} aria-hidden>
                {attempt.number}
                {attempt.mark}
              </span>
              <span className="unseen">
                {say(attempt.id === latest ? 'ui.attempt-latest' : 'ui.attempt-number', {
                  number: attempt.number,
                })}
                {attempt.caption && `, ${attempt.caption}`}
              </span>
            </button>
          </li>
        ))}
        {next && <li className={styles['next']}>{next}</li>}
      </ol>
    </div>
  )
}

/** Moves only the row itself: the page must not jump because an attempt was chosen. */
function bringIntoView(row: HTMLElement | null, current: string | undefined) {
  const stone = current ? row?.querySelector<HTMLElement>('[aria-current]')?.closest('li') : undefined
  if (!row || !stone) return
  const middle = stone.offsetLeft + stone.offsetWidth / 2 - row.clientWidth / 2
  row.scrollTo({ left: middle, behavior: 'instant' })
}

/** The latest is at the end of the line, whichever way the line is written. */
function walk(event: KeyboardEvent<HTMLButtonElement>) {
  const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
  const steps: Record<string, number> = {
    ArrowRight: rightToLeft ? -1 : 1,
    ArrowLeft: rightToLeft ? 1 : -1,
    Home: -Infinity,
    End: Infinity,
  }
  const step = steps[event.key]
  if (!step) return
  event.preventDefault()
  const row = event.currentTarget.closest('ol')
  const stones = [...(row?.querySelectorAll<HTMLButtonElement>('button[tabindex]') ?? [])]
  const place = stones.indexOf(event.currentTarget) + step
  const to = stones[Math.max(0, Math.min(stones.length - 1, place))]
  to?.focus()
  to?.click()
}

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useLayoutEffect } from 'react'
import { AttemptThumbnail } from '../../growth/web/attempt-thumbnail.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Stones } from '../../ui/stones.tsx'
import type { Iteration } from './read-piece.ts'
import styles from './piece.module.css'

type AttemptStonesProps = {
  iterations: readonly Iteration[]
  selected: string
  onSelect: (id: string) => void
}

/** The way taken so far, with a step back and a step on for those who go through it one by one. */
export function AttemptStones({ iterations, selected, onSelect }: AttemptStonesProps) {
  const { say, sayDate } = useWords()
  const place = iterations.findIndex(({ id }) => id === selected)
  const [before, after] = [iterations[place - 1], iterations[place + 1]]
  useArrows(before?.id, after?.id, onSelect)
  const step = (to: Iteration | undefined) => () => to && onSelect(to.id)
  return (
    <div className={styles['stones']}>
      <Button
        look="plain"
        className={styles['step']}
        aria-label={say('piece.attempt-before')}
        disabled={!before}
        onClick={step(before)}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <Stones
        selected={selected}
        onSelect={onSelect}
        attempts={iterations.map((iteration) => ({
          id: iteration.id,
          number: iteration.number,
          caption: sayDate(iteration.madeAt),
          thumbnail: <AttemptThumbnail attempt={iteration} />,
        }))}
      />
      <Button
        look="plain"
        className={styles['step']}
        aria-label={say('piece.attempt-after')}
        disabled={!after}
        onClick={step(after)}
      >
        <ChevronRight aria-hidden />
      </Button>
    </div>
  )
}

/** The arrow keys go through the attempts from anywhere on the page that has no use for them itself. */
function useArrows(before: string | undefined, after: string | undefined, onSelect: (id: string) => void) {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const to = { ArrowLeft: before, ArrowRight: after }[event.key]
      const free = event.target === document.body || (event.target as HTMLElement).tagName === 'MAIN'
      if (!to || !free || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      onSelect(to)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [before, after, onSelect])
}

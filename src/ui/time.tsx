import type { DateStyle } from '../platform/web/dates.ts'
import { useWords } from '../platform/web/words.tsx'

/** A day or a moment as people say it, and as machines read it. */
export function Time({ at, as = 'day' }: { at: string | Date; as?: DateStyle }) {
  const { sayDate } = useWords()
  const exact = typeof at === 'string' ? at : at.toISOString()
  return (
    <time dateTime={exact} title={sayDate(at, 'long')}>
      {sayDate(at, as)}
    </time>
  )
}

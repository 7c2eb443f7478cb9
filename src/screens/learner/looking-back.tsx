import { OpenedLetters } from '../../letters/web/opened-letters.tsx'
import { YearAgo } from '../../timeline/web/year-ago.tsx'

/** What the first page says of other years: a letter whose day has come, and, if wished, a year ago. */
export function LookingBack() {
  return (
    <>
      <OpenedLetters />
      <YearAgo />
    </>
  )
}

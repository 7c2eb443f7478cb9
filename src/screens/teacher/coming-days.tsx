import { DefenseLine } from '../../defenses/web/defense-line.tsx'
import { SlipsLine } from '../../exhibitions/web/event-line.tsx'

/** What guests left to be read, and the panels on which a teacher sits. */
export function ComingDays() {
  return (
    <>
      <SlipsLine />
      <DefenseLine />
    </>
  )
}

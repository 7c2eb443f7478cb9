import { ConferenceLine as ConferenceTime } from '../../appointments/web/conference-line.tsx'
import { ConferenceLine } from '../../conferences/web/conference-line.tsx'
import { DefenseLine } from '../../defenses/web/defense-line.tsx'
import { EventLine } from '../../exhibitions/web/event-line.tsx'

/** Days on which a learner shows something to others: nothing where there are none. */
export function ComingDays() {
  return (
    <>
      <ConferenceLine />
      <ConferenceTime />
      <EventLine />
      <DefenseLine />
    </>
  )
}

import { ListOwnConferences } from '../../appointments/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { MyRehearsals } from '../../rehearsals/web/my-rehearsals.tsx'

/** A learner’s tries, beside the length of the time that is booked for them. */
export function MyTries({ roundId }: { roundId: string }) {
  const { data = [] } = useRead(ListOwnConferences, {}, { quietly: true })
  const lengths = data.flatMap((one) => (one.roundId === roundId ? [one.toMinute - one.fromMinute] : []))
  return (
    <MyRehearsals roundId={roundId} plannedMinutes={lengths.length > 0 ? Math.min(...lengths) : undefined} />
  )
}

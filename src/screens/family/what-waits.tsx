import { TimesWaiting } from '../../appointments/web/times-waiting.tsx'
import { ChildAskings } from '../../askings/web/asking-list.tsx'
import { ConferenceLine } from '../../conferences/web/conference-line.tsx'
import { FamilyDefenses } from '../../defenses/web/family-defenses.tsx'
import { ReadOtherwise } from '../../translations/web/read-otherwise.tsx'

/** What waits for a family; nothing where nothing waits. */
export function FamilyWaits({ guards }: { guards: boolean }) {
  return (
    <>
      <ConferenceLine />
      {guards && <TimesWaiting />}
      {guards && <ReadOtherwise href="/children" />}
    </>
  )
}

/** What one of their children asks of them. */
export function ChildWaits({ learnerId, name }: { learnerId: string; name: string }) {
  return (
    <>
      <ChildAskings learnerId={learnerId} />
      <FamilyDefenses learnerId={learnerId} name={name} />
    </>
  )
}

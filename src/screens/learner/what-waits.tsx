import { Invitations } from '../../activities/web/invitations.tsx'
import { Reminders } from '../../communications/web/reminders.tsx'
import { WaitingCritiques } from '../../critiques/web/waiting-critiques.tsx'
import { LinkUsed } from '../../families/web/link-used.tsx'
import { ReturnedLines } from '../../rounds/web/returned-lines.tsx'
import { ComingDays } from './coming-days.tsx'
import { LookingBack } from './looking-back.tsx'
import { WaitingForMe } from './waiting-for-me.tsx'

/** Everything that waits for a learner, the most pressing first: nothing where nothing waits. */
export function WhatWaits({ learnerId }: { learnerId: string }) {
  return (
    <>
      <ReturnedLines />
      <WaitingForMe />
      <Reminders />
      <ComingDays />
      <WaitingCritiques />
      <Invitations />
      <LookingBack />
      <LinkUsed learnerId={learnerId} />
    </>
  )
}

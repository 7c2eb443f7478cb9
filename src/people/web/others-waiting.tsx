import { useEffect, useState } from 'react'
import type { WaitingHere } from '../../outbox/web/sealed-entry.ts'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { usePersonHere } from '../../platform/web/person-here.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'

/** All the next person learns of what others left here: how much waits, and for whom. */
export function OthersWaiting() {
  const { say } = useWords()
  const device = useThisDevice()
  const here = usePersonHere()
  const [waiting, setWaiting] = useState<readonly WaitingHere[]>([])
  useEffect(() => {
    void import('../../outbox/web/sealed-entry.ts')
      .then(({ waitingHere }) => waitingHere())
      .then(setWaiting)
      .catch(() => undefined)
  }, [])
  const others = waiting.filter(({ person }) => person !== here)
  if (others.length === 0) return null
  return (
    <Notice kind="note">
      {others.map(({ person, name, count }) => (
        <p key={person}>{say('outbox.others-waiting', { name, count, device })}</p>
      ))}
    </Notice>
  )
}

import { CircleCheck, Send, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { Entry } from '../entry.ts'
import { shareOf, type Standing, standingOf, weightiest } from './standing.ts'
import { useThisDevice } from './this-device.ts'
import { useOutboxState, useWaiting } from './use-outbox.tsx'
import styles from './waiting-mark.module.css'

const signs = { here: ShieldCheck, travelling: Send, arrived: CircleCheck, 'needs-you': TriangleAlert }

/** Where one thing stands, in words and with a sign: safe here, on its way, arrived, or up to its person. */
export function WaitingMark({ entry }: { entry: Entry }) {
  const state = useOutboxState()
  return <Mark standing={standingOf(entry, state)} share={shareOf(entry, state)} />
}

/** For a piece of work by its id: the same for whatever of it has not arrived; nothing when all has. */
export function WaitingMarkFor({ id }: { id: string }) {
  const state = useOutboxState()
  const entry = weightiest(useWaitingAbout(id), state)
  return entry ? <Mark standing={standingOf(entry, state)} share={shareOf(entry, state)} /> : null
}

/** What waits and speaks of this id. */
export function useWaitingAbout(id: string): readonly Entry[] {
  const waiting = useWaiting()
  return useMemo(() => waiting.filter(({ writes }) => JSON.stringify(writes).includes(id)), [waiting, id])
}

function Mark({ standing, share }: { standing: Standing; share: number }) {
  const { say } = useWords()
  const device = useThisDevice()
  const Sign = signs[standing]
  return (
    <span className={classNames(styles['mark'], styles[standing])}>
      <Sign aria-hidden />
      {standing === 'here' && say('outbox.here', { device })}
      {standing === 'travelling' && say('outbox.travelling', { share })}
      {standing === 'arrived' && say('outbox.arrived')}
      {standing === 'needs-you' && say('outbox.needs-you')}
    </span>
  )
}

import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Entry } from '../entry.ts'
import type { OutboxState } from './outbox.ts'
import { shareOf, standingOf, weightiest } from './standing.ts'
import { useThisDevice } from './this-device.ts'
import { useOutboxState } from './use-outbox.tsx'
import { useWaitingAbout, WaitingMark } from './waiting-mark.tsx'

/** On the page of the thing itself: that it is safe, what it waits for, and where to see everything that waits. */
export function WaitingNotice({ id }: { id: string }) {
  const { say } = useWords()
  const device = useThisDevice()
  const state = useOutboxState()
  const entries = useWaitingAbout(id)
  const first = weightiest(entries, state)
  if (!first) return null
  const standing = standingOf(first, state)
  const way = (
    <ButtonLink look="plain" href="/on-this-device">
      {say('outbox.see-all')}
    </ButtonLink>
  )
  if (standing === 'needs-you') {
    return (
      <Notice kind="problem" title={say('outbox.refused')} action={way}>
        {first.refusal?.sentence}
      </Notice>
    )
  }
  const moves = state.line === 'here' && (standing === 'travelling' || shareOf(first, state) > 0)
  const key = !state.lasts ? 'outbox.not-lasting' : moves ? 'outbox.on-its-way' : safeWord(entries, state)
  return (
    <Notice kind="wait" action={way}>
      {say(key, { device })} {state.line === 'signed out' && say('outbox.sign-in-first')}{' '}
      {moves && <WaitingMark entry={first} />}
    </Notice>
  )
}

/** A photo is called a photo; anything else is work. */
function safeWord(entries: readonly Entry[], { files }: OutboxState): WordKey {
  const types = entries.flatMap((entry) => entry.files).map((id) => files.get(id)?.type ?? '')
  if (types.length === 0 || !types.every((type) => type.startsWith('image/'))) return 'outbox.safe-work'
  return types.length === 1 ? 'outbox.safe-photo' : 'outbox.safe-photos'
}

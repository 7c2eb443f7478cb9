import { useOutbox, useOutboxState } from '../../outbox/web/use-outbox.tsx'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { isWaiting } from '../../outbox/entry.ts'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { signInAgain } from '../../platform/web/signed-out.ts'
import { OthersWaiting } from '../../people/web/others-waiting.tsx'
import { KeptHere } from './kept-here.tsx'
import { useSendNow } from './send-now.ts'
import { SmallerPhotos } from './smaller-photos.tsx'
import { WaitingThing } from './waiting-thing.tsx'
import styles from './device.module.css'

/** Everything of mine that lies on this device: what waits, what has just arrived, and how much room it takes. */
export function OnThisDevice() {
  const { say } = useWords()
  const device = useThisDevice()
  const { entries, lasts } = useOutboxState()
  const waiting = entries.filter(isWaiting)
  const arrived = entries.filter((entry) => !isWaiting(entry)).toReversed()
  return (
    <Page
      title={say('device.title', { device })}
      lead={say('device.lead', { device })}
      width="reading"
      bar={<PersonBar />}
    >
      {!lasts && <Notice kind="problem">{say('device.not-lasting', { device })}</Notice>}
      {waiting.length === 0 ? (
        <EmptyState title={say('device.nothing-waiting')}>
          <p>{say('device.nothing-waiting-meaning')}</p>
        </EmptyState>
      ) : (
        <Section title={say('device.waiting', { count: waiting.length })} action={<SendNow />}>
          <Hold />
          <SmallerPhotos />
          <ol className={styles['things']}>
            {waiting.map((entry) => (
              <WaitingThing key={entry.id} entry={entry} entries={waiting} />
            ))}
          </ol>
        </Section>
      )}
      {arrived.length > 0 && (
        <Section title={say('device.arrived')}>
          <ol className={styles['things']}>
            {arrived.map((entry) => (
              <WaitingThing key={entry.id} entry={entry} entries={entries} />
            ))}
          </ol>
        </Section>
      )}
      <OthersWaiting />
      <Section title={say('device.room')}>
        <KeptHere />
      </Section>
    </Page>
  )
}

/** What holds everything up, when something does, and what to do about it. */
function Hold() {
  const { say } = useWords()
  const outbox = useOutbox()
  const { line } = useOutboxState()
  if (line === 'away') return <Notice kind="wait">{say('device.away')}</Notice>
  if (line !== 'signed out') return null
  const enter = async () => {
    if (await signInAgain()) await outbox.wake()
  }
  return (
    <Notice kind="wait" action={<Button onClick={() => void enter()}>{say('device.sign-in')}</Button>}>
      {say('device.signed-out')}
    </Notice>
  )
}

function SendNow() {
  const { say } = useWords()
  const { busy, sendNow } = useSendNow()
  return (
    <Button busy={busy} onClick={sendNow}>
      {say('device.send-now')}
    </Button>
  )
}

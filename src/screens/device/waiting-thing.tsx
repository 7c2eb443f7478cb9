import { Download, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { type Entry, isWaiting } from '../../outbox/entry.ts'
import { saveToDevice } from '../../outbox/web/save-to-device.ts'
import { shareOf, standingOf } from '../../outbox/web/standing.ts'
import { useOutbox, useOutboxState } from '../../outbox/web/use-outbox.tsx'
import { WaitingMark } from '../../outbox/web/waiting-mark.tsx'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Time } from '../../ui/time.tsx'
import { pieceOf } from '../../work/web/mend-work.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { Refused } from './refused.tsx'
import styles from './device.module.css'

type WaitingThingProps = { entry: Entry; entries: readonly Entry[] }

/** One thing that waits: what it is, since when, where it stands, and what its person can do. */
export function WaitingThing({ entry, entries }: WaitingThingProps) {
  const { say } = useWords()
  const state = useOutboxState()
  const { called, keptAt, refusal } = entry
  const name = say(called.word as WordKey, called.values)
  const piece = pieceOf(entry)
  const standing = standingOf(entry, state)
  return (
    <li className={styles['thing']}>
      <div className={styles['what']}>
        <strong>{piece ? <Link href={`/pieces/${piece}`}>{name}</Link> : name}</strong>
        <small>
          {keptAt > 0 && <Time at={new Date(keptAt).toISOString()} as="moment" />}
          <WaitingMark entry={entry} />
        </small>
        {standing === 'travelling' && <progress aria-label={name} value={shareOf(entry, state)} />}
      </div>
      {isWaiting(entry) && !refusal && <Further entry={entry} entries={entries} name={name} />}
      {refusal && <Refused entry={entry} entries={entries} name={name} />}
    </li>
  )
}

/** What is seldom done with something that only waits for the network. */
function Further({ entry, entries, name }: WaitingThingProps & { name: string }) {
  const { say } = useWords()
  const outbox = useOutbox()
  const [discarding, setDiscarding] = useState(false)
  return (
    <>
      <Menu
        label={
          <>
            {say('ui.more')}
            <span className="unseen">: {name}</span>
          </>
        }
      >
        <Button look="plain" icon={RotateCw} onClick={() => void outbox.retry(entry.id)}>
          {say('device.try-again')}
        </Button>
        {entry.files.length > 0 && (
          <Button look="plain" icon={Download} onClick={() => void saveToDevice(outbox, entry.files)}>
            {say('device.save-files', { count: entry.files.length })}
          </Button>
        )}
        <Button look="plain" icon={Trash2} onClick={() => setDiscarding(true)}>
          {say('device.discard')}
        </Button>
      </Menu>
      {discarding && (
        <DiscardDialog entry={entry} entries={entries} name={name} onClose={() => setDiscarding(false)} />
      )}
    </>
  )
}

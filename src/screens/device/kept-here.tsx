import { Download, Eraser } from 'lucide-react'
import { useEffect, useState } from 'react'
import { sizeOfWaiting } from '../../device/web/clear-away.ts'
import { forgetKept, sizeOfKept } from '../../device/web/kept-answer.ts'
import { isNearlyFull, type Room, roomHere } from '../../device/web/room.ts'
import { sayBytes } from '../../media/web/media-view-renditions.ts'
import { saveToDevice } from '../../outbox/web/save-to-device.ts'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { useOutbox, useWaiting } from '../../outbox/web/use-outbox.tsx'
import { useMe } from '../../people/web/me.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './device.module.css'

type Kept = { waiting: number; seen: number; room: Room | undefined }

/** How much lies here and why, and the two things one can do about it. */
export function KeptHere() {
  const { say, locale } = useWords()
  const device = useThisDevice()
  const outbox = useOutbox()
  const { id } = useMe()
  const waiting = useWaiting()
  const [kept, look] = useKept(id, waiting.length)
  if (!kept) return null
  const files = [...new Set(waiting.flatMap((entry) => entry.files))]
  const bytes = (amount: number) => sayBytes(locale, amount)
  const forget = () => void forgetKept(id).then(look)
  return (
    <div className={styles['kept']}>
      {kept.room && isNearlyFull(kept.room) && (
        <Notice kind="wait" title={say('device.nearly-full', { device })}>
          {say('device.nearly-full-meaning', { free: bytes(kept.room.free) })}
        </Notice>
      )}
      <dl className={styles['sizes']}>
        <dt>{say('device.size-waiting')}</dt>
        <dd>{bytes(kept.waiting)}</dd>
        <dt>{say('device.size-seen')}</dt>
        <dd>{bytes(kept.seen)}</dd>
        {kept.room && (
          <>
            <dt>{say('device.size-free')}</dt>
            <dd>{bytes(kept.room.free)}</dd>
          </>
        )}
      </dl>
      <p className={styles['quiet']}>{say('device.private', { device })}</p>
      {kept.room && !kept.room.lasts && <p className={styles['quiet']}>{say('device.may-be-cleared')}</p>}
      <div className={styles['choices']}>
        {files.length > 0 && (
          <Button icon={Download} onClick={() => void saveToDevice(outbox, files)}>
            {say('device.save-all', { count: files.length })}
          </Button>
        )}
        {kept.seen > 0 && (
          <Button icon={Eraser} onClick={forget}>
            {say('device.forget-seen')}
          </Button>
        )}
      </div>
    </div>
  )
}

function useKept(person: string, count: number): [Kept | undefined, () => void] {
  const [kept, setKept] = useState<Kept>()
  const [looks, setLooks] = useState(0)
  useEffect(() => {
    let wanted = true
    void Promise.all([sizeOfWaiting(person), sizeOfKept(person), roomHere()])
      .catch(() => [0, 0, undefined] as const)
      .then(([waiting, seen, room]) => wanted && setKept({ waiting, seen, room }))
    return () => {
      wanted = false
    }
  }, [person, count, looks])
  return [kept, () => setLooks(looks + 1)]
}

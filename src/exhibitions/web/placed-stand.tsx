import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { endIn, fieldOf, minuteIn } from '../../platform/web/day-minutes.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Field, Select } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { PlaceStand, ReleaseTitle } from '../contract.ts'
import { isSpan } from '../exhibition.ts'
import { type Exhibition, exhibitionReads, type Stand } from './exhibition-words.ts'
import styles from './exhibitions.module.css'

/** One who takes part, for those who run the event: what guests will see, and where and when. */
export function PlacedStand({ stand, event }: { stand: Stand; event: Exhibition }) {
  const { learner, title, showcase, isHere } = stand
  const { say } = useWords()
  const waits = showcase === 'waiting' ? stand.waitsFor : []
  return (
    <li className={styles['stand']} aria-label={learner.name}>
      <span className={styles['named']}>
        <Face person={learner} size="small" />
        <span>
          <strong>{learner.name}</strong>
          <span>{title}</span>
        </span>
      </span>
      <p className={day['quiet']}>
        {!isHere
          ? say('exhibitions.not-here')
          : showcase === null
            ? say('exhibitions.at-table')
            : say(`exhibitions.showcase-${showcase}`)}
        {waits.map((role) => ` · ${say(`exhibitions.waits-${role}`)}`)}
      </p>
      {!stand.isRead && <UnreadTitle stand={stand} />}
      {event.may.run && <Placing stand={stand} places={event.places} />}
    </li>
  )
}

function UnreadTitle({ stand: { id, title, may } }: { stand: Stand }) {
  const { say } = useWords()
  const keep = useKeep(ReleaseTitle, { as: 'exhibitions.waiting-title', refreshes: exhibitionReads })
  return (
    <>
      <p>{say(may.releaseTitle ? 'exhibitions.title-unread' : 'exhibitions.title-unread-other')}</p>
      {may.releaseTitle && (
        <div>
          <Button busy={keep.isPending} onClick={() => keep.mutate({ params: { id }, body: { title } })}>
            {say('exhibitions.title-release')}
            <span className="unseen">: {title}</span>
          </Button>
        </div>
      )}
      <Trouble error={keep.error} />
    </>
  )
}

type PlacingProps = { stand: Stand; places: Exhibition['places'] }

/** Kept when the place is chosen or a time is left; what is shown stays what was typed. */
function Placing({ stand, places }: PlacingProps) {
  const { say } = useWords()
  const kept = {
    placeId: stand.placeId ?? '',
    from: fieldOf(stand.fromMinute),
    to: fieldOf(stand.toMinute),
  }
  const [changed, setTyped] = useState<typeof kept>()
  const typed = changed ?? kept
  const [isOdd, setOdd] = useState(false)
  const keep = useKeep(PlaceStand, { as: 'exhibitions.waiting-place', refreshes: exhibitionReads })
  const place = (next: typeof typed) => {
    const span = { fromMinute: minuteIn(next.from), toMinute: endIn(next.to) }
    const half = (span.fromMinute === undefined) !== (span.toMinute === undefined)
    setOdd(!half && !isSpan(span))
    if (half || !isSpan(span)) return
    keep.mutate({
      params: { id: stand.id },
      body: {
        ...(next.placeId ? { placeId: next.placeId } : {}),
        ...(span.fromMinute === undefined ? {} : { fromMinute: span.fromMinute }),
        ...(span.toMinute === undefined ? {} : { toMinute: span.toMinute }),
      },
    })
  }
  const known = places.some(({ id }) => id === typed.placeId)
  return (
    <div className={styles['placing']}>
      {places.length > 0 && (
        <Select
          label={say('exhibitions.place')}
          value={known ? typed.placeId : ''}
          onChange={(event) => {
            const next = { ...typed, placeId: event.currentTarget.value }
            setTyped(next)
            place(next)
          }}
        >
          <option value="">{say('exhibitions.no-place-yet')}</option>
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Field
        label={say('exhibitions.presents-from')}
        type="time"
        value={typed.from}
        onChange={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
        onBlur={() => typed.from !== kept.from && place(typed)}
      />
      <Field
        label={say('exhibitions.presents-to')}
        type="time"
        value={typed.to}
        error={isOdd ? say('exhibitions.fault-hours') : undefined}
        onChange={(event) => setTyped({ ...typed, to: event.currentTarget.value })}
        onBlur={() => typed.to !== kept.to && place(typed)}
      />
      <span role="status">
        {keep.isSuccess && say(keep.data === 'waiting' ? 'ui.saved-waiting' : 'ui.saved')}
      </span>
      <Trouble error={keep.error} />
    </div>
  )
}

export function Trouble({ error }: { error: Error | null }) {
  const { say } = useWords()
  if (!error) return null
  return <p role="alert">{error instanceof ApiRefusal ? error.sentence : say('exhibitions.not-kept')}</p>
}

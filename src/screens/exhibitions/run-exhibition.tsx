import { Mail, Pencil, Printer } from 'lucide-react'
import { useState } from 'react'
import { EndExhibition, ListExhibitions, PlaceStand } from '../../exhibitions/contract.ts'
import { type Exhibition, exhibitionReads } from '../../exhibitions/web/exhibition-words.ts'
import styles from '../../exhibitions/web/exhibitions.module.css'
import { PassLink } from '../../exhibitions/web/pass-link.tsx'
import { PlacedStand, Trouble } from '../../exhibitions/web/placed-stand.tsx'
import { useKeep, useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Section } from '../../ui/page.tsx'
import day from '../../ui/shown-day.module.css'

/** For those who run it: the pass, what to print, who stands where, and what guests left. */
export function RunExhibition({ event }: { event: Exhibition }) {
  const { say, sayList, locale } = useWords()
  const { data: all } = useRead(ListExhibitions, {})
  const held = all?.find(({ id }) => id === event.id)?.held ?? 0
  const opened = event.uses.reduce((sum, { times }) => sum + times, 0)
  return (
    <>
      <div className={day['buttons']}>
        {event.may.run && (
          <ButtonLink icon={Pencil} href={`/showcase-events/${event.id}/change`}>
            {say('exhibitions.change')}
          </ButtonLink>
        )}
        <ButtonLink
          icon={Mail}
          look={held > 0 ? 'primary' : 'quiet'}
          href={`/showcase-events/${event.id}/slips`}
        >
          {held > 0 ? say('exhibitions.slips-held', { count: held }) : say('exhibitions.slips')}
        </ButtonLink>
      </div>
      {event.may.link && (
        <Section title={say('exhibitions.for-guests')}>
          <PassLink id={event.id} heldOn={event.heldOn} opened={opened} />
          <div className={day['buttons']}>
            {(['A5', 'A4'] as const).map((size) => (
              <a
                key={size}
                className={styles['away']}
                href={`/guest/placards/${event.id}?size=${size}&in=${locale}`}
                target="_blank"
                rel="noopener"
              >
                <Printer aria-hidden /> {say('exhibitions.placards-print', { size })}
              </a>
            ))}
          </div>
        </Section>
      )}
      <Section title={say('exhibitions.who-stands-where')} action={<ShareOut event={event} />}>
        {event.stands.length === 0 ? (
          <EmptyState title={say('exhibitions.nobody-yet-staff')}>
            <p>{say('exhibitions.nobody-yet-meaning')}</p>
          </EmptyState>
        ) : (
          <ul className={styles['stands']}>
            {event.stands.map((stand) => (
              <PlacedStand key={stand.id} stand={stand} event={event} />
            ))}
          </ul>
        )}
        {event.notYet.length > 0 && (
          <p>{say('exhibitions.not-yet', { names: sayList(event.notYet.map(({ name }) => name)) })}</p>
        )}
      </Section>
      {event.may.run && <EndIt event={event} />}
    </>
  )
}

/** Everybody without a place gets one, the emptiest first. */
function ShareOut({ event }: { event: Exhibition }) {
  const { say } = useWords()
  const keepAll = useKeepAll({ as: 'exhibitions.waiting-place', refreshes: exhibitionReads })
  const [busy, setBusy] = useState(false)
  const known = new Set(event.places.map(({ id }) => id))
  const without = event.stands.filter(({ placeId }) => placeId === null || !known.has(placeId))
  if (!event.may.run || event.places.length === 0 || without.length === 0) return null
  const shareOut = async () => {
    setBusy(true)
    const counts = new Map(
      event.places.map(({ id }) => [id, event.stands.filter(({ placeId }) => placeId === id).length]),
    )
    const writes = without.map(({ id, fromMinute, toMinute }) => {
      const [placeId] = [...counts].reduce((least, one) => (one[1] < least[1] ? one : least))
      counts.set(placeId, (counts.get(placeId) ?? 0) + 1)
      const span = fromMinute !== null && toMinute !== null ? { fromMinute, toMinute } : {}
      return write(PlaceStand, { params: { id }, body: { placeId, ...span } })
    })
    await keepAll(writes).finally(() => setBusy(false))
  }
  return (
    <Button busy={busy} onClick={() => void shareOut()}>
      {say('exhibitions.share-out')}
    </Button>
  )
}

function EndIt({ event }: { event: Exhibition }) {
  const { say } = useWords()
  const [sure, setSure] = useState(false)
  const end = useKeep(EndExhibition, { as: 'exhibitions.waiting-end', refreshes: exhibitionReads })
  if (!sure) {
    return (
      <div>
        <Button look="plain" onClick={() => setSure(true)}>
          {say('exhibitions.end')}
        </Button>
      </div>
    )
  }
  return (
    <div className={day['stack']}>
      <p>{say('exhibitions.end-meaning')}</p>
      <div className={day['buttons']}>
        <Button look="danger" busy={end.isPending} onClick={() => end.mutate({ params: { id: event.id } })}>
          {say('exhibitions.end-sure')}
        </Button>
        <Button onClick={() => setSure(false)}>{say('exhibitions.end-not')}</Button>
      </div>
      <Trouble error={end.error} />
    </div>
  )
}

import { type FormEvent, useRef, useState } from 'react'
import { Link } from 'wouter'
import { LeaveStand, ListSlips, WriteCard } from '../../exhibitions/contract.ts'
import { longestCard } from '../../exhibitions/exhibition.ts'
import { exhibitionReads, type Exhibition, useHours } from '../../exhibitions/web/exhibition-words.ts'
import styles from '../../exhibitions/web/exhibitions.module.css'
import { ThanksCard } from '../../exhibitions/web/held-slip.tsx'
import { Trouble } from '../../exhibitions/web/placed-stand.tsx'
import { SlipWords } from '../../exhibitions/web/slip-words.tsx'
import { StandForm } from '../../exhibitions/web/stand-form.tsx'
import { useSlips } from '../../exhibitions/web/use-slips.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import day from '../../ui/shown-day.module.css'
import { Loading } from '../../ui/ways.tsx'

/** A learner's part in a showcase event: yes or not, what is shown, what guests wrote, and a word of thanks. */
export function OwnStand({ event }: { event: Exhibition }) {
  const { say } = useWords()
  const [choosing, setChoosing] = useState(false)
  const stays = event.mine?.stays === true
  return (
    <>
      <Section title={say('exhibitions.my-stand')}>
        {event.may.join && (!stays || choosing) ? (
          <>
            {!stays && <p>{say('exhibitions.asked-to-join')}</p>}
            <StandForm event={event} onDone={() => setChoosing(false)} />
          </>
        ) : stays ? (
          <MyStand event={event} onChange={() => setChoosing(true)} />
        ) : (
          <p>{say('exhibitions.not-taking-part')}</p>
        )}
      </Section>
      {event.mine && <FromGuests event={event} />}
    </>
  )
}

function MyStand({ event, onChange }: { event: Exhibition; onChange: () => void }) {
  const { say } = useWords()
  const sayHours = useHours()
  const [sure, setSure] = useState(false)
  const leave = useKeep(LeaveStand, { as: 'exhibitions.waiting-stand', refreshes: exhibitionReads })
  const mine = event.stands.find(({ id }) => id === event.mine?.id)
  if (!mine || !event.mine) return <Loading />
  const place = event.places.find(({ id }) => id === mine.placeId)?.name
  const { fromMinute, toMinute } = mine
  const when = fromMinute !== null && toMinute !== null ? sayHours({ fromMinute, toMinute }) : undefined
  const shown = event.choices.find(({ id }) => id === event.mine?.showcaseId)
  return (
    <div className={day['stack']}>
      <div className={styles['stand']}>
        <strong>{mine.title}</strong>
        <span>{[place, when].filter(Boolean).join(' · ') || say('exhibitions.no-place-yet')}</span>
        <span>
          {say(mine.showcase === null ? 'exhibitions.my-table' : `exhibitions.my-showcase-${mine.showcase}`)}
        </span>
        {mine.showcase === 'waiting' &&
          mine.waitsFor.map((role) => <span key={role}>{say(`exhibitions.waits-${role}`)}</span>)}
        {!mine.isRead && <span>{say('exhibitions.my-title-unread')}</span>}
        {shown && <Link href={`/collections/${shown.collectionId}`}>{say('exhibitions.to-collection')}</Link>}
      </div>
      <Trouble error={leave.error} />
      {event.may.join && !sure && (
        <div className={day['buttons']}>
          <Button onClick={onChange}>{say('exhibitions.stand-change')}</Button>
          <Button look="plain" onClick={() => setSure(true)}>
            {say('exhibitions.leave')}
          </Button>
        </div>
      )}
      {event.may.join && sure && (
        <>
          <p>{say('exhibitions.leave-meaning')}</p>
          <div className={day['buttons']}>
            <Button
              look="danger"
              busy={leave.isPending}
              onClick={() => leave.mutate({ params: { id: mine.id } })}
            >
              {say('exhibitions.leave-sure')}
            </Button>
            <Button onClick={() => setSure(false)}>{say('exhibitions.stay')}</Button>
          </div>
        </>
      )}
    </div>
  )
}

/** Slips a teacher passed on, and thanks to those who came. */
function FromGuests({ event }: { event: Exhibition }) {
  const { say } = useWords()
  const { data } = useSlips(event.id)
  if (!data) return null
  const [card] = data.cards
  return (
    <>
      <Section title={say('exhibitions.from-guests')}>
        {data.slips.length === 0 ? (
          <p>{say('exhibitions.from-guests-none')}</p>
        ) : (
          <ul className={day['list']}>
            {data.slips.map((slip) => (
              <li key={slip.id} className={styles['slip']}>
                <SlipWords slip={slip} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={say('exhibitions.thank-guests')}>
        {card && (
          <ul className={day['list']}>
            <ThanksCard card={card} />
          </ul>
        )}
        {event.mine?.stays && <ThanksForm event={event} again={card !== undefined} />}
      </Section>
    </>
  )
}

function ThanksForm({ event, again }: { event: Exhibition; again: boolean }) {
  const draft = useAutosavedDraft<{ words: string }>(`thanks ${event.id}`)
  if (!draft.ready) return <Loading />
  return (
    <ThanksWriting
      event={event}
      again={again}
      begun={draft.content?.words ?? ''}
      onType={(words) => draft.write({ words })}
    />
  )
}

type WritingProps = { event: Exhibition; again: boolean; begun: string; onType: (words: string) => void }

function ThanksWriting({ event, again, begun, onType }: WritingProps) {
  const { say } = useWords()
  const id = useRef(newId())
  const [words, setWords] = useState(begun)
  const keep = useKeep(WriteCard, {
    as: 'exhibitions.waiting-thanks',
    refreshes: [ListSlips],
    draft: `thanks ${event.id}`,
    onDone: () => {
      id.current = newId()
      setWords('')
    },
  })
  const send = (sent: FormEvent) => {
    sent.preventDefault()
    if (!words.trim() || keep.isPending) return
    keep.mutate({ params: { id: id.current }, body: { exhibitionId: event.id, words: words.trim() } })
  }
  return (
    <form className={day['form']} onSubmit={send}>
      <TextArea
        label={say(again ? 'exhibitions.thanks-anew' : 'exhibitions.thanks-words')}
        hint={say('exhibitions.thanks-hint')}
        rows={2}
        maxLength={longestCard}
        value={words}
        onChange={(changed) => {
          setWords(changed.currentTarget.value)
          onType(changed.currentTarget.value)
        }}
      />
      <Trouble error={keep.error} />
      <div className={day['buttons']}>
        <Button type="submit" busy={keep.isPending} disabled={!words.trim()}>
          {say('exhibitions.thanks-hand-in')}
        </Button>
      </div>
    </form>
  )
}

import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles, Segments } from '../../ui/choices.tsx'
import { Select, TextArea } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { Loading } from '../../ui/ways.tsx'
import { DecideAttempt, GetDefense, WriteNote } from '../contract.ts'
import { longestNote, longestOutcome, noteSides, type NoteSide, type Outcome, outcomes } from '../defense.ts'
import { type Attempt, defenseReads } from './defense-words.ts'
import { Trouble } from './trouble.tsx'

type Noted = { words: string; criterionId: string; side: NoteSide; panelistId: string }

/** One thing somebody of the panel saw: about which criterion, and whether it was shown or is next. */
export function NoteForm({ attempt }: { attempt: Attempt }) {
  const draft = useAutosavedDraft<Noted>(`note at ${attempt.id}`)
  if (!draft.ready) return <Loading />
  return <NoteWriting attempt={attempt} begun={draft.content} onType={draft.write} />
}

type NoteWritingProps = {
  attempt: Attempt
  begun: Noted | undefined
  onType: (noted: Noted) => void
}

function NoteWriting({ attempt, begun, onType }: NoteWritingProps) {
  const { say } = useWords()
  const id = useRef(newId())
  const seats = attempt.panel.filter(({ mine, isGuest }) => mine || isGuest)
  const [noted, setNoted] = useState<Noted>(
    begun ?? { words: '', criterionId: attempt.criteria[0]?.id ?? '', side: 'shown', panelistId: '' },
  )
  const seat = seats.find((one) => one.id === noted.panelistId) ?? seats[0]
  const change = (next: Partial<Noted>) => {
    setNoted({ ...noted, ...next })
    onType({ ...noted, ...next })
  }
  const keep = useKeep(WriteNote, {
    as: 'defenses.waiting-note',
    refreshes: [GetDefense],
    draft: `note at ${attempt.id}`,
    onDone: () => {
      id.current = newId()
      setNoted({ ...noted, words: '' })
    },
  })
  if (!seat) return null
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!noted.words.trim() || keep.isPending) return
    keep.mutate({
      params: { id: id.current },
      body: {
        attemptId: attempt.id,
        side: noted.side,
        words: noted.words.trim(),
        panelistId: seat.id,
        ...(noted.criterionId ? { criterionId: noted.criterionId } : {}),
      },
    })
  }
  return (
    <form className={day['form']} onSubmit={send}>
      {seats.length > 1 && (
        <Select
          label={say('defenses.who-speaks')}
          hint={seat.isGuest ? say('defenses.write-down') : undefined}
          value={seat.id}
          onChange={(event) => change({ panelistId: event.currentTarget.value })}
        >
          {seats.map(({ id: value, name, mine }) => (
            <option key={value} value={value}>
              {mine ? say('defenses.i-speak') : name}
            </option>
          ))}
        </Select>
      )}
      <Select
        label={say('defenses.about')}
        value={noted.criterionId}
        onChange={(event) => change({ criterionId: event.currentTarget.value })}
      >
        {attempt.criteria.map(({ id: value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
        <option value="">{say('defenses.about-all')}</option>
      </Select>
      <Segments
        label={say('defenses.side')}
        value={noted.side}
        onChange={(side) => change({ side })}
        choices={noteSides.map((value) => ({ value, label: say(`defenses.side-${value}`) }))}
      />
      <TextArea
        label={say('defenses.note-words')}
        hint={say('defenses.note-hint')}
        rows={2}
        maxLength={longestNote}
        value={noted.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <Trouble error={keep.error} />
      <div className={day['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending} disabled={!noted.words.trim()}>
          {say('defenses.note-keep')}
        </Button>
      </div>
    </form>
  )
}

/** What the panel came to: through, or not yet, with what to try. No number, no level. */
export function DecideForm({ attempt }: { attempt: Attempt }) {
  const { say } = useWords()
  const [outcome, setOutcome] = useState<Outcome>()
  const [words, setWords] = useState('')
  const keep = useKeep(DecideAttempt, { as: 'defenses.waiting-outcome', refreshes: defenseReads })
  const isWhole = outcome === 'through' || (outcome === 'again' && words.trim() !== '')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!outcome || !isWhole || keep.isPending) return
    keep.mutate({ params: { id: attempt.id }, body: { outcome, words: words.trim() } })
  }
  return (
    <form className={day['form']} onSubmit={send}>
      <RadioTiles
        label={say('defenses.outcome')}
        quietLabel
        value={outcome}
        onChange={setOutcome}
        choices={outcomes.map((value) => ({
          value,
          label: say(`defenses.outcome-${value}`),
          hint: say(`defenses.outcome-${value}-hint`),
        }))}
      />
      <TextArea
        label={say(outcome === 'again' ? 'defenses.what-to-try' : 'defenses.outcome-words')}
        optional={outcome !== 'again'}
        rows={2}
        maxLength={longestOutcome}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Trouble error={keep.error} />
      <div className={day['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending} disabled={!isWhole}>
          {say('defenses.decide')}
        </Button>
      </div>
    </form>
  )
}

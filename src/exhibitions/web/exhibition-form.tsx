import { type FormEvent, useState } from 'react'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import type { Answer } from '../../platform/web/client.ts'
import { serverNow } from '../../platform/web/clock.ts'
import { dayOf } from '../../platform/web/dates.ts'
import { endIn, minuteIn } from '../../platform/web/day-minutes.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import day from '../../ui/shown-day.module.css'
import { Loading } from '../../ui/ways.tsx'
import type { ListInvitableClasses } from '../contract.ts'
import { faultIn, longestTitle, longestWords } from '../exhibition.ts'
import { ClassesChoice } from './classes-choice.tsx'
import { type Place, PlacesEditor } from './places-editor.tsx'

export type Written = {
  title: string
  words: string
  heldOn: string
  from: string
  to: string
  guestsFrom: string
  places: readonly Place[]
  classIds: readonly string[]
}

type SentExhibition = Omit<Written, 'from' | 'to' | 'guestsFrom' | 'places' | 'classIds'> & {
  fromMinute: number
  toMinute: number
  guestsFrom?: string
  places: Place[]
  classIds: string[]
}

type ExhibitionFormProps = {
  /** the draft's key: half a plan survives a closed tab */
  draftKey: string
  begun: Written
  classes: Answer<typeof ListInvitableClasses>
  /** these take part already, and cannot be taken out */
  joined?: readonly string[]
  busy: boolean
  error: Error | null
  action: string
  onSend: (said: SentExhibition) => void
}

/** The day, its hours, the places, and which classes it is for. */
export function ExhibitionForm(props: ExhibitionFormProps) {
  const draft = useAutosavedDraft<Written>(props.draftKey)
  if (!draft.ready) return <Loading />
  return <Filling {...props} begun={draft.content ?? props.begun} onType={draft.write} />
}

const faults: Record<string, WordKey> = {
  past: 'exhibitions.fault-past',
  later_than_the_day: 'exhibitions.fault-guests',
  before_it_begins: 'exhibitions.fault-hours',
  same_spot: 'exhibitions.fault-spot',
}

function Filling({ begun, onType, ...props }: ExhibitionFormProps & { onType: (typed: Written) => void }) {
  const { say } = useWords()
  const [typed, setTyped] = useState(begun)
  const [tried, setTried] = useState(false)
  const change = (next: Partial<Written>) => {
    setTyped({ ...typed, ...next })
    onType({ ...typed, ...next })
  }
  const { joined = [], classes, busy, error, action } = props
  const said = sentFrom(typed)
  const fault = said && faultIn({ ...said, guestsFrom: said.guestsFrom ?? said.heldOn }, dayOf(serverNow()))
  const wrong = (field: string) => {
    const found = tried ? faults[fault?.[field] ?? ''] : undefined
    return found && say(found)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (said && !fault && said.classIds.length > 0 && !busy) props.onSend(said)
  }
  return (
    <form className={day['form']} onSubmit={send}>
      <Field
        label={say('exhibitions.title')}
        hint={say('exhibitions.title-hint')}
        required
        maxLength={longestTitle}
        value={typed.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className={day['row']}>
        <Field
          label={say('exhibitions.day')}
          type="date"
          required
          value={typed.heldOn}
          error={wrong('heldOn')}
          onChange={(event) => change({ heldOn: event.currentTarget.value })}
        />
        <Field
          label={say('exhibitions.from')}
          type="time"
          required
          value={typed.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <Field
          label={say('exhibitions.to')}
          type="time"
          required
          value={typed.to}
          error={wrong('toMinute')}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </div>
      <TextArea
        label={say('exhibitions.words')}
        hint={say('exhibitions.words-hint')}
        optional
        maxLength={longestWords}
        value={typed.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <PlacesEditor places={typed.places} onChange={(places) => change({ places })} />
      {wrong('places') && <p role="alert">{wrong('places')}</p>}
      <ClassesChoice
        classes={classes}
        joined={joined}
        chosen={typed.classIds}
        isMissing={tried && typed.classIds.length === 0}
        onChange={(classIds) => change({ classIds })}
      />
      <Field
        label={say('exhibitions.guests-from')}
        hint={say('exhibitions.guests-from-hint')}
        optional
        type="date"
        max={typed.heldOn || undefined}
        value={typed.guestsFrom}
        error={wrong('guestsFrom')}
        onChange={(event) => change({ guestsFrom: event.currentTarget.value })}
      />
      {error && (
        <Notice kind="problem">
          {error instanceof ApiRefusal ? error.sentence : say('exhibitions.not-kept')}
        </Notice>
      )}
      <div className={day['buttons']}>
        <Button type="submit" look="primary" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  )
}

function sentFrom({ from, to, guestsFrom, places, classIds, ...typed }: Written): SentExhibition | undefined {
  const [fromMinute, toMinute] = [minuteIn(from), endIn(to)]
  if (fromMinute === undefined || toMinute === undefined || !typed.heldOn || !typed.title.trim())
    return undefined
  return {
    ...typed,
    title: typed.title.trim(),
    fromMinute,
    toMinute,
    ...(guestsFrom ? { guestsFrom } : {}),
    places: places.filter(({ name }) => name.trim()).map((place) => ({ ...place, name: place.name.trim() })),
    classIds: [...classIds],
  }
}

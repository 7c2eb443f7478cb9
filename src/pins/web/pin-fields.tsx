import { useState } from 'react'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { type Area, lastPage, type Pin, readTime, sayTime } from '../pin.ts'
import { areaWithin } from './pin-area.ts'
import type { PinTarget } from './pin-board.tsx'
import { goToSecond, playerAt } from './pin-ways.ts'
import { quotable, textAt } from './pointable.ts'
import styles from './pins.module.css'

type PinFieldsProps = { target: PinTarget; pin: Pin; onMove: (pin: Pin) => void }

/** The place in numbers and words, for whoever does not point with a hand, or wants it exactly. */
export function PinFields({ target, pin, onMove }: PinFieldsProps) {
  const { say } = useWords()
  if (pin.kind === 'spot') {
    return <AreaFields area={pin.area} onChange={(area) => onMove({ ...pin, area })} />
  }
  if (pin.kind === 'moment') return <MomentFields pin={pin} onMove={onMove} />
  if (pin.kind === 'page') {
    const { area } = pin
    return (
      <>
        <Field
          label={say('pins.page-number')}
          type="number"
          min={1}
          max={lastPage}
          value={pin.page}
          onChange={(event) => {
            const page = Math.min(lastPage, Math.max(1, Math.round(event.currentTarget.valueAsNumber || 1)))
            onMove({ ...pin, page, area: page === 1 ? area : null })
          }}
        />
        {area && <AreaFields area={area} onChange={(next) => onMove({ ...pin, area: next })} />}
      </>
    )
  }
  return <Sentences target={target} pin={pin} onMove={onMove} />
}

const measures = [
  ['x', 'pins.from-left'],
  ['y', 'pins.from-top'],
  ['width', 'pins.width'],
  ['height', 'pins.height'],
] as const satisfies readonly (readonly [keyof Area, WordKey])[]

function AreaFields({ area, onChange }: { area: Area; onChange: (area: Area) => void }) {
  const { say } = useWords()
  return (
    <div className={styles['fields']}>
      {measures.map(([side, label]) => (
        <Field
          key={side}
          label={say(label)}
          type="number"
          min={0}
          max={100}
          value={Math.round(area[side] * 100)}
          onChange={(event) =>
            onChange(areaWithin({ ...area, [side]: (event.currentTarget.valueAsNumber || 0) / 100 }))
          }
        />
      ))}
    </div>
  )
}

type MomentFieldsProps = { pin: Pin & { kind: 'moment' }; onMove: (pin: Pin) => void }

function MomentFields({ pin, onMove }: MomentFieldsProps) {
  const { say } = useWords()
  const shown = () => Math.round((playerAt(pin.position)?.currentTime ?? 0) * 10) / 10
  const begin = (from: number) => {
    onMove({ ...pin, from, to: pin.to !== null && pin.to > from ? pin.to : null })
    goToSecond(pin.position, from)
  }
  const end = (to: number | null) => onMove({ ...pin, to: to !== null && to > pin.from ? to : null })
  return (
    <div className={styles['fields']}>
      <TimeField
        label={say('pins.begins')}
        seconds={pin.from}
        onChange={(from) => from !== null && begin(from)}
      />
      <TimeField label={say('pins.ends')} seconds={pin.to} onChange={end} />
      <Button look="plain" onClick={() => begin(shown())}>
        {say('pins.begins-now')}
      </Button>
      <Button look="plain" onClick={() => end(shown())}>
        {say('pins.ends-now')}
      </Button>
    </div>
  )
}

type TimeFieldProps = { label: string; seconds: number | null; onChange: (seconds: number | null) => void }

/** Typed as a clock says it; taken when it is whole. */
function TimeField({ label, seconds, onChange }: TimeFieldProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState<string>()
  const read = typed === undefined ? undefined : readTime(typed)
  const wrong = typed !== undefined && typed.trim() !== '' && read === undefined
  return (
    <Field
      label={label}
      value={typed ?? (seconds === null ? '' : sayTime(seconds))}
      error={wrong ? say('pins.time-wrong') : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed === undefined || wrong) return
        onChange(read ?? null)
        setTyped(undefined)
      }}
    />
  )
}

type SentencesProps = { target: PinTarget; pin: Pin & { kind: 'words' }; onMove: (pin: Pin) => void }

function Sentences({ target, pin, onMove }: SentencesProps) {
  const { say } = useWords()
  const sentences = quotable(textAt(target.iteration, pin.position))
  const at = sentences.findIndex(({ quote, start }) => quote === pin.quote && start === pin.start)
  return (
    <Select
      label={say('pins.which-sentence')}
      value={String(at)}
      onChange={(event) => {
        const chosen = sentences[Number(event.currentTarget.value)]
        if (chosen) onMove({ ...pin, ...chosen })
      }}
    >
      {at < 0 && <option value="-1">{pin.quote.slice(0, 90)}</option>}
      {sentences.map(({ quote, start }, place) => (
        <option key={start} value={place}>
          {quote.slice(0, 90)}
        </option>
      ))}
    </Select>
  )
}

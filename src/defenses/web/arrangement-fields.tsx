import { Plus, X } from 'lucide-react'
import { newId } from '../../platform/new-id.ts'
import { minuteIn } from '../../platform/web/day-minutes.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { longestGuest, longestPlace, mostPanel } from '../defense.ts'

export type Arrangement = {
  heldOn: string
  from: string
  place: string
  /** of the school, by id, each with their seat */
  staff: readonly { id: string; personId: string }[]
  guests: readonly { id: string; guest: string }[]
}

type FieldsProps = {
  value: Arrangement
  staff: readonly { id: string; name: string }[]
  onChange: (next: Partial<Arrangement>) => void
}

/** When, where, and before whom: teachers of the school, and guests by name. */
export function ArrangementFields({ value, staff, onChange }: FieldsProps) {
  const { say } = useWords()
  const { heldOn, from, place, guests } = value
  const seated = value.staff.length + guests.length
  return (
    <>
      <div className={day['row']}>
        <Field
          label={say('defenses.day')}
          type="date"
          required
          value={heldOn}
          onChange={(event) => onChange({ heldOn: event.currentTarget.value })}
        />
        <Field
          label={say('defenses.time')}
          type="time"
          optional
          value={from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <Field
          label={say('defenses.place')}
          optional
          maxLength={longestPlace}
          value={place}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
      </div>
      <fieldset className={day['form']}>
        <legend>{say('defenses.panel')}</legend>
        {staff.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={value.staff.some(({ personId }) => personId === id)}
            onChange={(event) =>
              onChange({
                staff: event.currentTarget.checked
                  ? [...value.staff, { id: newId(), personId: id }]
                  : value.staff.filter(({ personId }) => personId !== id),
              })
            }
          />
        ))}
        {guests.map((one, at) => (
          <div key={one.id} className={day['entry']}>
            <Field
              label={say('defenses.guest', { number: at + 1 })}
              maxLength={longestGuest}
              value={one.guest}
              onChange={(event) => {
                const guest = event.currentTarget.value
                onChange({ guests: guests.map((other) => (other === one ? { ...one, guest } : other)) })
              }}
            />
            <IconButton
              icon={X}
              known
              word={say('defenses.guest-away', { name: one.guest || String(at + 1) })}
              onClick={() => onChange({ guests: guests.filter((other) => other !== one) })}
            />
          </div>
        ))}
        {seated < mostPanel && (
          <div>
            <Button icon={Plus} onClick={() => onChange({ guests: [...guests, { id: newId(), guest: '' }] })}>
              {say('defenses.guest-add')}
            </Button>
          </div>
        )}
        <p className={day['quiet']}>{say('defenses.panel-meaning')}</p>
      </fieldset>
    </>
  )
}

/** As the server reads it; nothing while a day or everybody of the panel is missing. */
export function sentFrom({ heldOn, from, place, staff, guests }: Arrangement) {
  const named = guests.flatMap(({ id, guest }) => (guest.trim() ? [{ id, guest: guest.trim() }] : []))
  const panel = [...staff.map(({ id, personId }) => ({ id, personId })), ...named]
  if (!heldOn || panel.length === 0) return undefined
  const fromMinute = minuteIn(from)
  return { heldOn, place: place.trim(), panel, ...(fromMinute === undefined ? {} : { fromMinute }) }
}

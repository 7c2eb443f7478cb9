import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { isOnMap, longestPlace, mapSide, mostPlaces } from '../exhibition.ts'
import styles from './exhibitions.module.css'

export type Place = { id: string; name: string; row?: number | undefined; column?: number | undefined }

type PlacesEditorProps = { places: readonly Place[]; onChange: (places: readonly Place[]) => void }

/** The places learners stand at, and, if wanted, where each lies on the map guests carry. */
export function PlacesEditor({ places, onChange }: PlacesEditorProps) {
  const { say } = useWords()
  const change = (id: string, next: Partial<Place>) =>
    onChange(places.map((place) => (place.id === id ? { ...place, ...next } : place)))
  return (
    <fieldset className={day['form']}>
      <legend>{say('exhibitions.places')}</legend>
      {places.map((place, at) => (
        <div key={place.id} className={day['entry']}>
          <Field
            label={say('exhibitions.place-number', { number: at + 1 })}
            value={place.name}
            maxLength={longestPlace}
            onChange={(event) => change(place.id, { name: event.currentTarget.value })}
          />
          <IconButton
            icon={X}
            known
            word={say('exhibitions.place-away', { name: place.name || String(at + 1) })}
            onClick={() => onChange(places.filter((one) => one !== place))}
          />
        </div>
      ))}
      {places.length < mostPlaces && (
        <div>
          <Button icon={Plus} onClick={() => onChange([...places, { id: newId(), name: '' }])}>
            {say('exhibitions.place-add')}
          </Button>
        </div>
      )}
      {places.some(({ name }) => name.trim()) && <MapEditor places={places} change={change} />}
    </fieldset>
  )
}

const steps = Array.from({ length: mapSide }, (_, step) => step + 1)

/** Choose a place, then press the field where it is; pressed again, it is off the map. */
function MapEditor({
  places,
  change,
}: {
  places: readonly Place[]
  change: (id: string, next: Partial<Place>) => void
}) {
  const { say } = useWords()
  const named = places.filter(({ name }) => name.trim())
  const [id, setId] = useState<string>()
  const chosen = named.find((place) => place.id === id) ?? named.find((one) => !isOnMap(one)) ?? named[0]
  const [open, setOpen] = useState(() => places.some(isOnMap))
  const press = (row: number, column: number) => {
    if (!chosen) return
    const isThere = chosen.row === row && chosen.column === column
    setId(chosen.id)
    change(chosen.id, isThere ? { row: undefined, column: undefined } : { row, column })
  }
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('exhibitions.map')}</summary>
      <div className={day['form']}>
        <p>{say('exhibitions.map-meaning')}</p>
        <Select
          label={say('exhibitions.map-which')}
          value={chosen?.id ?? ''}
          onChange={(event) => setId(event.currentTarget.value)}
        >
          {named.map((place) => (
            <option key={place.id} value={place.id}>
              {place.name}
            </option>
          ))}
        </Select>
        <div className={styles['map']} role="group" aria-label={say('exhibitions.map')}>
          {steps.flatMap((row) =>
            steps.map((column) => {
              const there = named.find((place) => place.row === row && place.column === column)
              return (
                <button
                  key={`${row} ${column}`}
                  type="button"
                  className={styles['field']}
                  data-taken={there ? 'yes' : undefined}
                  aria-pressed={there !== undefined && there === chosen}
                  disabled={there !== undefined && there !== chosen}
                  onClick={() => press(row, column)}
                >
                  {there ? (
                    there.name
                  ) : (
                    <span className="unseen">{say('exhibitions.map-field', { row, column })}</span>
                  )}
                </button>
              )
            }),
          )}
        </div>
      </div>
    </details>
  )
}

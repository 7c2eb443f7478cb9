import { checklist, longestPlace, longestRoundName } from '../../conferences/conference.ts'
import styles from '../../conferences/web/conferences.module.css'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'

export type RoundTyped = {
  name: string
  startsOn: string
  endsOn: string
  place: string
  asks: readonly (typeof checklist)[number][]
}

type FieldsProps = { typed: RoundTyped; onChange: (some: Partial<RoundTyped>) => void }

/** What a round is called, when and where it is, and what its learners are asked to bring. */
export function RoundFields({ typed, onChange }: FieldsProps) {
  const { say } = useWords()
  return (
    <>
      <Field
        label={say('conferences.round-name')}
        required
        maxLength={longestRoundName}
        value={typed.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Field
        label={say('conferences.starts-on')}
        type="date"
        required
        value={typed.startsOn}
        onChange={(event) => onChange({ startsOn: event.currentTarget.value })}
      />
      <Field
        label={say('conferences.ends-on')}
        type="date"
        required
        min={typed.startsOn}
        value={typed.endsOn}
        onChange={(event) => onChange({ endsOn: event.currentTarget.value })}
      />
      <Field
        label={say('conferences.place')}
        hint={say('conferences.place-hint')}
        optional
        maxLength={longestPlace}
        value={typed.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <fieldset className={styles['form']}>
        <legend>{say('conferences.asks')}</legend>
        {checklist.map((one) => (
          <Checkbox
            key={one}
            label={say(`conferences.${one}`)}
            checked={typed.asks.includes(one)}
            onChange={() =>
              onChange({
                asks: typed.asks.includes(one)
                  ? typed.asks.filter((other) => other !== one)
                  : [...typed.asks, one],
              })
            }
          />
        ))}
        <p className={styles['quiet']}>{say('conferences.asks-meaning')}</p>
      </fieldset>
    </>
  )
}

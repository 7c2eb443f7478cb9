import { useId } from 'react'
import { Checkbox } from '../../ui/choices.tsx'
import styles from './programs.module.css'

type ChosenProps<Value extends string> = {
  legend: string
  choices: readonly Value[]
  chosen: readonly Value[]
  name: (value: Value) => string
  error: string | undefined
  onChange: (chosen: readonly Value[]) => void
}

/** Some of a few things, at least one. */
export function Chosen<Value extends string>(props: ChosenProps<Value>) {
  const { legend, choices, chosen, name, error, onChange } = props
  const id = useId()
  return (
    <fieldset className={styles['chosen']} aria-describedby={error ? id : undefined}>
      <legend>{legend}</legend>
      {choices.map((one) => (
        <Checkbox
          key={one}
          label={name(one)}
          checked={chosen.includes(one)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
          }
        />
      ))}
      {error && (
        <p id={id} role="alert" className={styles['wrong']}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

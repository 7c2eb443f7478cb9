import type { LucideIcon } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './choices.module.css'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

export function Checkbox({ label, hint, ...input }: CheckboxProps) {
  const id = useId()
  return (
    <div className={styles['checkbox']}>
      <input {...input} id={id} type="checkbox" aria-describedby={hint ? `${id}-hint` : undefined} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
    </div>
  )
}

export type Choice<Value extends string> = {
  value: Value
  label: string
  hint?: string
  icon?: LucideIcon
  disabled?: boolean
}

type ChoicesProps<Value extends string> = {
  label: string
  choices: readonly Choice<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
  /** The label is read aloud and not drawn, where the page already says it. */
  quietLabel?: boolean
  error?: string | undefined
}

/** A few things to choose one of, each large enough to be read and pressed. */
export function RadioTiles<Value extends string>(props: ChoicesProps<Value>) {
  return <Radios {...props} className={styles['tiles']} />
}

/** Two to four short words to switch between: views of one thing, not places to go. */
export function Segments<Value extends string>(props: ChoicesProps<Value>) {
  return <Radios {...props} className={styles['segments']} />
}

type RadiosProps<Value extends string> = ChoicesProps<Value> & { className: string | undefined }

function Radios<Value extends string>(props: RadiosProps<Value>) {
  const { label, choices, value, onChange, quietLabel, error, className } = props
  const name = useId()
  return (
    <fieldset className={styles['group']} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={classNames(quietLabel ? 'unseen' : styles['legend'])}>{label}</legend>
      <div className={className}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles['choice']}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            {choice.icon && <choice.icon aria-hidden />}
            <span>{choice.label}</span>
            {choice.hint && <small className={styles['hint']}>{choice.hint}</small>}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className={styles['error']}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

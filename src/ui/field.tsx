import { type ComponentProps, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useWords } from '../platform/web/words.tsx'
import { classNames } from './class-names.ts'
import styles from './field.module.css'

type Around = {
  label: string
  /** What helps to answer, said before the box. */
  hint?: ReactNode
  /** What is not right and what to do; the box is then announced as invalid. */
  error?: string | undefined
  /** Says "optional" beside the label. */
  optional?: boolean
}

/** One line of text, a number, a date, a password. */
export function Field({ label, hint, error, optional, ...input }: Around & ComponentProps<'input'>) {
  const inWords = useDayInWords(input.type === 'date' ? input.value : undefined)
  return (
    <Labelled label={label} hint={hint} error={error} optional={optional}>
      {(wired) => (
        <>
          <input {...input} {...wired} className={classNames(styles['box'], input.className)} />
          {inWords && <output className={styles['hint']}>{inWords}</output>}
        </>
      )}
    </Labelled>
  )
}

/** A browser writes dates by its own language, not by the page's: 09/08 is said once more as people say it. */
function useDayInWords(day: unknown): string | undefined {
  const { sayDate } = useWords()
  const isDay = typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
  return isDay ? sayDate(day, 'long') : undefined
}

/** Many lines; it grows with what is written, so nothing is ever out of sight. */
export function TextArea({ label, hint, error, optional, ...area }: Around & ComponentProps<'textarea'>) {
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => grow(box.current), [area.value])
  return (
    <Labelled label={label} hint={hint} error={error} optional={optional}>
      {(wired) => (
        <textarea
          rows={3}
          {...area}
          {...wired}
          ref={box}
          onInput={(event) => {
            grow(event.currentTarget)
            area.onInput?.(event)
          }}
          className={classNames(styles['box'], styles['area'], area.className)}
        />
      )}
    </Labelled>
  )
}

export function Select({ label, hint, error, optional, ...select }: Around & ComponentProps<'select'>) {
  return (
    <Labelled label={label} hint={hint} error={error} optional={optional}>
      {(wired) => (
        <select
          {...select}
          {...wired}
          className={classNames(styles['box'], styles['select'], select.className)}
        />
      )}
    </Labelled>
  )
}

type Wired = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

type LabelledProps = {
  label: string
  hint: ReactNode
  error: string | undefined
  optional: boolean | undefined
  children: (wired: Wired) => ReactNode
}

function Labelled({ label, hint, error, optional, children }: LabelledProps) {
  const id = useId()
  const { say } = useWords()
  const described = classNames(hint ? `${id}-hint` : '', error ? `${id}-error` : '') || undefined
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
        {optional && <span className={styles['optional']}> ({say('ui.field-optional')})</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} role="alert" className={styles['error']}>
          {error}
        </p>
      )}
    </div>
  )
}

function grow(area: HTMLTextAreaElement | null) {
  if (!area || CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}

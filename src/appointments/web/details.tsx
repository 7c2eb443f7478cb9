import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { longestLanguage, longestPlace } from '../appointment.ts'
import styles from './appointments.module.css'
import type { ChildTimes } from './booked-time.tsx'

export type DetailsSaid = {
  language: string
  other: string
  interpreter: boolean
  comes: string
  phone: string
}

const another = '*'

export function detailsOf({ booking, times }: ChildTimes): DetailsSaid {
  const language = booking?.language ?? ''
  const offered = times.some((time) => time.languages.includes(language))
  return {
    language: language && !offered ? another : language,
    other: offered ? '' : language,
    interpreter: booking?.interpreter ?? false,
    comes: booking?.comes ?? '',
    phone: booking?.phone ?? '',
  }
}

export function saidIn({ language, other, interpreter, comes, phone }: DetailsSaid) {
  const spoken = language === another ? other : language
  return { language: spoken.trim(), interpreter, comes: comes.trim(), phone: phone.trim() }
}

type DetailsProps = {
  details: DetailsSaid
  languages: readonly string[]
  byPhone: boolean
  onChange: (details: DetailsSaid) => void
}

/** Language, interpreter, who comes: all of it can be left out. */
export function Details({ details, languages, byPhone, onChange }: DetailsProps) {
  const { say } = useWords()
  const change = (more: Partial<DetailsSaid>) => onChange({ ...details, ...more })
  return (
    <fieldset className={styles['details']}>
      <legend>{say('appointments.details')}</legend>
      {byPhone && (
        <Field
          type="tel"
          label={say('appointments.phone')}
          required
          autoComplete="tel"
          maxLength={longestLanguage}
          value={details.phone}
          onChange={(event) => change({ phone: event.currentTarget.value })}
        />
      )}
      <Select
        label={say('appointments.language')}
        value={details.language}
        onChange={(event) => change({ language: event.currentTarget.value })}
      >
        <option value="">{say('appointments.language-any')}</option>
        {languages.map((language) => (
          <option key={language}>{language}</option>
        ))}
        <option value={another}>{say('appointments.language-other')}</option>
      </Select>
      {details.language === another && (
        <Field
          label={say('appointments.language-name')}
          maxLength={longestLanguage}
          value={details.other}
          onChange={(event) => change({ other: event.currentTarget.value })}
        />
      )}
      <Checkbox
        label={say('appointments.interpreter')}
        checked={details.interpreter}
        onChange={(event) => change({ interpreter: event.target.checked })}
      />
      <Field
        label={say('appointments.comes')}
        optional
        maxLength={longestPlace}
        value={details.comes}
        onChange={(event) => change({ comes: event.currentTarget.value })}
      />
    </fieldset>
  )
}

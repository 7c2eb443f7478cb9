import { type FormEvent, useState } from 'react'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { EndTranslator, GetTranslator, KeepTranslator, TryTranslator } from '../contract.ts'
import { nameOfLanguage } from '../translation.ts'
import styles from './translator-form.module.css'

type Kept = Answer<typeof GetTranslator>

/** For whoever runs the district: the server that translates for families, tried before it is offered. */
export function Translator() {
  const { say, sayDate } = useWords()
  const { data } = useRead(GetTranslator, {})
  const end = useAct(EndTranslator, { refreshes: [GetTranslator] })
  if (!data) return null
  const isOn = data.address !== null && data.setAt !== null
  return (
    <Section title={say('translations.title')}>
      <p>{say('translations.lead')}</p>
      {isOn ? (
        <p role="status">
          {say('translations.is-on', {
            day: sayDate(data.setAt ?? '', 'short'),
            name: data.setBy ?? '',
            address: data.address ?? '',
          })}
        </p>
      ) : (
        <p role="status">{say('translations.is-off')}</p>
      )}
      <TranslatorForm key={data.setAt ?? 'none'} kept={data} />
      {isOn && (
        <SureButton
          look="danger"
          word={say('translations.end')}
          asks={say('translations.end-sure')}
          yes={say('translations.end-yes')}
          no={say('translations.leave')}
          busy={end.isPending}
          onSure={() => end.mutate({})}
        />
      )}
      {end.error && <Notice kind="problem">{say('errors.failed')}</Notice>}
    </Section>
  )
}

function TranslatorForm({ kept }: { kept: Kept }) {
  const { say } = useWords()
  const [address, setAddress] = useState(kept.address ?? '')
  const [key, setKey] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(kept.languages)
  const trial = useAct(TryTranslator)
  const keep = useAct(KeepTranslator, { refreshes: [GetTranslator] })
  const server = { address, ...(key === '' ? {} : { key }) }
  const offered = [...new Set([...(trial.data?.languages.map(({ code }) => code) ?? []), ...kept.languages])]
  const error = trial.error ?? keep.error
  const isWrong = error instanceof ApiRefusal && error.code === 'invalid'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    trial.mutate({ body: server })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Field
        label={say('translations.address')}
        hint={say('translations.address-hint')}
        type="url"
        value={address}
        maxLength={400}
        error={isWrong ? say('translations.address-wrong') : undefined}
        onChange={(event) => setAddress(event.target.value)}
      />
      <Field
        label={say('translations.key')}
        hint={kept.hasKey ? say('translations.key-kept') : undefined}
        type="password"
        autoComplete="off"
        value={key}
        maxLength={400}
        onChange={(event) => setKey(event.target.value)}
      />
      <Button type="submit" busy={trial.isPending}>
        {say('translations.try')}
      </Button>
      {trial.data && <Tried tried={trial.data} />}
      {error && !isWrong && <Notice kind="problem">{say('errors.failed')}</Notice>}
      {offered.length > 0 && (
        <>
          <Languages offered={offered} chosen={chosen} onChange={setChosen} />
          <Button
            look="primary"
            busy={keep.isPending}
            disabled={chosen.length === 0}
            onClick={() => keep.mutate({ body: { ...server, languages: [...chosen] } })}
          >
            {say('translations.save')}
          </Button>
        </>
      )}
    </form>
  )
}

function Tried({ tried: { sample, trouble } }: { tried: Answer<typeof TryTranslator> }) {
  const { say } = useWords()
  return trouble ? (
    <Notice kind="problem">{say(`translations.trouble-${trouble}`)}</Notice>
  ) : (
    <Notice kind="success">{say('translations.sample', { words: sample ?? '' })}</Notice>
  )
}

type LanguagesProps = {
  offered: readonly string[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

function Languages({ offered, chosen, onChange }: LanguagesProps) {
  const { say } = useWords()
  return (
    <fieldset className={styles['languages']}>
      <legend>{say('translations.languages')}</legend>
      {offered.map((code) => (
        <Checkbox
          key={code}
          label={`${nameOfLanguage(code)} (${code})`}
          checked={chosen.includes(code)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
          }
        />
      ))}
    </fieldset>
  )
}

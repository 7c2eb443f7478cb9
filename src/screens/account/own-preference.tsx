import { localeNames, locales } from '../../platform/locales.ts'
import { Contrast, MonitorCog, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { GetMe, KeepPreference } from '../../people/contract.ts'
import { type Look, lookHere, looks, showLook } from '../../people/web/look.ts'
import { type Me, useMe } from '../../people/web/me.tsx'
import type { Voice } from '../../people/person.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { RadioTiles, Segments } from '../../ui/choices.tsx'
import { SavedState, type SavedStep } from '../../ui/notice.tsx'
import styles from './account.module.css'

const lookSigns = { system: MonitorCog, light: Sun, dark: Moon, contrast: Contrast }
const voices: readonly Voice[] = ['early', 'middle', 'older']

type Preference = Me['preference']

/** Language, voice and appearance: shown at once, kept for every device. */
export function OwnPreference() {
  const { say, locale, setLocale } = useWords()
  const { voice, setVoice } = useVoice()
  const [look, setLook] = useState<Look>(lookHere)
  const { keep, step } = useKeeping()
  return (
    <div className={styles['preferences']}>
      <Segments
        label={say('people.language')}
        value={locale}
        choices={locales.map((value) => ({ value, label: localeNames[value] }))}
        onChange={(chosen) => {
          setLocale(chosen)
          keep({ locale: chosen })
        }}
      />
      <RadioTiles
        label={say('account.voice')}
        value={voice}
        choices={voices.map((value) => ({
          value,
          label: say(`account.voice-${value}`),
          hint: say(`account.voice-${value}-hint`),
        }))}
        onChange={(chosen) => {
          setVoice(chosen)
          keep({ voice: chosen })
        }}
      />
      <div className={styles['looks']}>
        <RadioTiles
          label={say('account.look')}
          value={look}
          choices={looks.map((value) => ({
            value,
            label: say(`account.look-${value}`),
            icon: lookSigns[value],
          }))}
          onChange={(chosen) => {
            setLook(chosen)
            showLook(chosen)
            keep({ appearance: chosen === 'system' ? null : chosen })
          }}
        />
      </div>
      <div className={styles['saved']}>{step && <SavedState step={step} />}</div>
    </div>
  )
}

function useKeeping(): { keep: (change: Partial<Preference>) => void; step: SavedStep | undefined } {
  const { preference } = useMe()
  const [chosen, setChosen] = useState<Preference>(preference)
  const keeping = useAct(KeepPreference, { refreshes: [GetMe] })
  const keep = (change: Partial<Preference>) => {
    const next = { ...chosen, ...change }
    setChosen(next)
    keeping.mutate({ body: next })
  }
  const steps = { idle: undefined, pending: 'saving', success: 'saved', error: 'unsaved' } as const
  return { keep, step: steps[keeping.status] }
}

import { type I18n, setupI18n } from '@lingui/core'
import { useEffect, useState } from 'react'
import { wordGroups } from 'virtual:words'
import { sayDateIn } from '../../platform/web/dates.ts'
import { sayMinute } from '../../platform/web/day-minutes.ts'
import type { WordKey, Words } from '../../platform/web/words.tsx'

type Locale = Words['locale']
export type LetterWords = Pick<Words, 'say'> & {
  sayDay: (day: string) => string
  sayStart: (minute: number) => string
  locale: Locale
}

/** Says the sentences of letters in every language at once: each family reads their own. */
export function useLetterWords(): Record<Locale, LetterWords> | undefined {
  const [words, setWords] = useState<Record<Locale, LetterWords>>()
  useEffect(() => {
    let wanted = true
    void Promise.all([learn('en'), learn('fr')]).then(([en, fr]) => {
      if (wanted) setWords({ en, fr })
    })
    return () => {
      wanted = false
    }
  }, [])
  return words
}

async function learn(locale: Locale): Promise<LetterWords> {
  const { words } = await wordGroups[locale].meeting()
  const speaker: I18n = setupI18n({ locale, messages: { [locale]: words } })
  return {
    say: (key: WordKey, values) => speaker._(key, values),
    sayDay: (day) => sayDateIn(locale, day, 'long', new Date(), (near) => near),
    sayStart: (minute) => sayMinute(locale, minute),
    locale,
  }
}

import { type I18n, setupI18n } from '@lingui/core'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Locale } from '../words.ts'
import { type DateStyle, sayDateIn, sayListIn } from './dates.ts'
import { useVoice, type Voice } from './voice.tsx'
import type { WordKey } from './word-keys.ts'

export type { WordKey }

export type Words = {
  /** The sentence for a key, in the person's language and voice. */
  say: (key: WordKey, values?: Record<string, string | number | Date>) => string
  /** "Tuesday 14 October", "today": a day or a moment as people say it. */
  sayDate: (moment: Date | string, style?: DateStyle) => string
  /** "Ana, Bo and Chidi". */
  sayList: (items: readonly string[]) => string
  locale: Locale
  setLocale: (locale: Locale) => void
}

const WordsContext = createContext<Words | undefined>(undefined)
const keptIn = 'cairn.locale'

/** Loads one language before showing anything; nothing is ever drawn with keys for words. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(preferredLocale)
  const speaker = useSpeaker(locale)
  const { voice } = useVoice()
  const words = useMemo(
    () => (speaker ? wordsOf(speaker, voice, (chosen) => keepLocale(chosen, setLocale)) : undefined),
    [speaker, voice],
  )
  return words ? <WordsContext value={words}>{children}</WordsContext> : null
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords needs a WordsProvider above it')
  return words
}

function wordsOf(speaker: I18n, voice: Voice, setLocale: (locale: Locale) => void): Words {
  const locale = speaker.locale as Locale
  return {
    say: (key, values) => {
      const early = `${key}@early`
      return speaker._(voice === 'early' && early in speaker.messages ? early : key, values)
    },
    sayDate: (moment, style = 'day') =>
      sayDateIn(locale, moment, style, new Date(), (day) => speaker._(`ui.${day}`)),
    sayList: (items) => sayListIn(locale, items),
    locale,
    setLocale,
  }
}

function useSpeaker(locale: Locale): I18n | undefined {
  const [speaker, setSpeaker] = useState<I18n>()
  useEffect(() => {
    let wanted = true
    void loadWords(locale).then((words) => {
      if (!wanted) return
      document.documentElement.lang = locale
      setSpeaker(setupI18n({ locale, messages: { [locale]: words } }))
    })
    return () => {
      wanted = false
    }
  }, [locale])
  return speaker
}

async function loadWords(locale: Locale) {
  const chunk = locale === 'fr' ? await import('virtual:words/fr') : await import('virtual:words/en')
  return chunk.words
}

function preferredLocale(): Locale {
  const kept = localStorage.getItem(keptIn)
  if (kept === 'en' || kept === 'fr') return kept
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

function keepLocale(locale: Locale, setLocale: (locale: Locale) => void) {
  localStorage.setItem(keptIn, locale)
  setLocale(locale)
}

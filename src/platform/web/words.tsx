import { type I18n, type Messages, setupI18n } from '@lingui/core'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Locale } from '../words.ts'
import { type DateStyle, sayDateIn, sayListIn } from './dates.ts'
import { pause } from './network.ts'
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
  const speaking = useSpeaker(locale)
  const { voice } = useVoice()
  const words = useMemo(
    () => (speaking ? wordsOf(speaking, voice, (chosen) => keepLocale(chosen, setLocale)) : undefined),
    [speaking, voice],
  )
  return words ? <WordsContext value={words}>{children}</WordsContext> : null
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords needs a WordsProvider above it')
  return words
}

function wordsOf({ speaker, rest }: Speaking, voice: Voice, setLocale: (locale: Locale) => void): Words {
  const locale = speaker.locale as Locale
  return {
    say: (key, values) => {
      // React shows what stands around until this is fulfilled, and then asks again
      // oxlint-disable-next-line typescript/only-throw-error
      if (rest && !(key in speaker.messages)) throw rest
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

type Speaking = {
  speaker: I18n /** until the sentences of the further screens are here too */
  rest?: Promise<unknown>
}

function useSpeaker(locale: Locale): Speaking | undefined {
  const [speaking, setSpeaking] = useState<Speaking>()
  useEffect(() => {
    let wanted = true
    const speakWith = (words: Messages, rest?: Promise<unknown>) => {
      if (!wanted) return
      document.documentElement.lang = locale
      const speaker = setupI18n({ locale, messages: { [locale]: words } })
      setSpeaking(rest ? { speaker, rest } : { speaker })
    }
    const first = loadFirst(locale)
    // asked for once the first are here, so that on a thin line they are not in each other's way
    const all = first.then(async (words) => ({ ...words, ...(await loadLater(locale)) }))
    // another language is spoken as a whole or not yet: half a page would wait for its words
    if (document.documentElement.dataset['speaks'] === undefined) {
      void first.then((words) => speakWith(words, all))
    }
    void all.then((words) => {
      document.documentElement.dataset['speaks'] = locale
      speakWith(words)
    })
    return () => {
      wanted = false
    }
  }, [locale])
  return speaking
}

async function loadFirst(locale: Locale): Promise<Messages> {
  const chunk = locale === 'fr' ? await import('virtual:words/fr') : await import('virtual:words/en')
  return chunk.words
}

/** A lost connection is waited for: a screen may be waiting for these. */
async function loadLater(locale: Locale): Promise<Messages> {
  try {
    const chunk =
      locale === 'fr' ? await import('virtual:words/fr/later') : await import('virtual:words/en/later')
    return chunk.words
  } catch {
    await pause(2_000)
    return loadLater(locale)
  }
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

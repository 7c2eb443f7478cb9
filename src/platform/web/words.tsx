import { type I18n, setupI18n } from '@lingui/core'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { groupOfModule, wordGroups } from 'virtual:words'
import { isLocale, type Locale } from '../locales.ts'
import type { WordGroup } from '../words.ts'
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

/**
 * Milliseconds until the sentences nobody asked for yet are fetched too. By then a screen stands on a thin line
 * as well, and what opens later on it (a dialog, another page) need not wait.
 */
const afterFirstScreen = 8_000

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
      const group = groupOfModule[key.slice(0, key.indexOf('.'))]
      // React shows what stands around until this is fulfilled, and then asks again
      if (group && !(key in speaker.messages) && !knows(speaker, group)) throw learn(speaker, group)
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

/** Which groups were said since the app was opened; another language starts with all of them. */
const saidGroups = new Set<WordGroup>(['first'])

function useSpeaker(locale: Locale): I18n | undefined {
  const [speaker, setSpeaker] = useState<I18n>()
  useEffect(() => {
    let wanted = true
    const next = setupI18n({ locale, messages: { [locale]: {} } })
    // another language is spoken as a whole or not yet: half a page would wait for its words
    const speak = async () => {
      await Promise.all([...saidGroups].map((group) => learn(next, group)))
      if (!wanted) return
      document.documentElement.lang = locale
      setSpeaker(next)
      await pause(afterFirstScreen)
      for (const group of Object.keys(wordGroups[locale]) as WordGroup[]) if (wanted) await learn(next, group)
    }
    void speak()
    return () => {
      wanted = false
    }
  }, [locale])
  return speaker
}

type Lesson = { heard: Promise<void>; over: boolean }
const lessons = new WeakMap<I18n, Map<WordGroup, Lesson>>()

const knows = (speaker: I18n, group: WordGroup) => lessons.get(speaker)?.get(group)?.over === true

/** Teaches a speaker the sentences of a group, once. */
function learn(speaker: I18n, group: WordGroup): Promise<void> {
  saidGroups.add(group)
  const begun = lessons.get(speaker) ?? new Map<WordGroup, Lesson>()
  lessons.set(speaker, begun)
  const known = begun.get(group)
  if (known) return known.heard
  const lesson: Lesson = {
    over: false,
    heard: fetchInto(speaker, group).then(() => void (lesson.over = true)),
  }
  begun.set(group, lesson)
  return lesson.heard
}

/** A lost connection is waited for: a screen may be waiting for these. */
async function fetchInto(speaker: I18n, group: WordGroup): Promise<void> {
  const fetching = wordGroups[speaker.locale as Locale][group]
  try {
    const { words } = await fetching()
    speaker.load(speaker.locale, words)
  } catch {
    await pause(2_000)
    await fetchInto(speaker, group)
  }
}

function preferredLocale(): Locale {
  const kept = localStorage.getItem(keptIn)
  if (isLocale(kept)) return kept
  const preferred = navigator.language.slice(0, 2).toLowerCase()
  return isLocale(preferred) ? preferred : 'en'
}

function keepLocale(locale: Locale, setLocale: (locale: Locale) => void) {
  localStorage.setItem(keptIn, locale)
  setLocale(locale)
}

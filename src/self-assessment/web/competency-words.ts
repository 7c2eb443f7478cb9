import { useWords } from '../../platform/web/words.tsx'

export type Worded = {
  statement: string
  short: string
  notes: string
  translations: Record<string, { statement: string; short?: string | undefined; notes?: string | undefined }>
}

/** What a competency and a framework are called in the language of the screen, and what that means in plain words. */
export function useCompetencyWords() {
  const { locale } = useWords()
  return {
    nameOf: ({ statement, short, translations }: Omit<Worded, 'notes'>) => {
      const there = translations[locale]
      return there?.short || there?.statement || short || statement
    },
    plainOf: ({ notes, translations }: Pick<Worded, 'notes' | 'translations'>) =>
      translations[locale]?.notes ?? notes,
    titleOf: ({ title, translations }: { title: string; translations: Record<string, { title: string }> }) =>
      translations[locale]?.title ?? title,
  }
}

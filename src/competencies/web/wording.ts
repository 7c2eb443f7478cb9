import type { Answer } from '../../platform/web/client.ts'
import type { GetFramework, ListFrameworks } from '../contract.ts'

export type Framework = Answer<typeof ListFrameworks>['frameworks'][number]
export type Item = Answer<typeof GetFramework>['items'][number]

type Worded = {
  statement: string
  short: string
  notes: string
  translations: Readonly<
    Record<string, { statement: string; short?: string | undefined; notes?: string | undefined }>
  >
}

/** The words of an item in the reader's language where there are any, and as they came where there are none. */
export function wordsOf(item: Worded, locale: string): { statement: string; notes: string; lang?: string } {
  const other = item.translations[locale]
  if (!other) return { statement: item.statement, notes: item.notes }
  return { statement: other.statement, notes: other.notes ?? item.notes, lang: locale }
}

export function titleOf(framework: Pick<Framework, 'title' | 'translations'>, locale: string): string {
  return framework.translations[locale]?.title ?? framework.title
}

export function notesOf(framework: Pick<Framework, 'notes' | 'translations'>, locale: string): string {
  return framework.translations[locale]?.notes ?? framework.notes
}

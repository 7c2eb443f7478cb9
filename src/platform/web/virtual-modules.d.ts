declare module 'virtual:words' {
  import type { Messages } from '@lingui/core'
  type Locale = import('../locales.ts').Locale
  type WordGroup = import('../words.ts').WordGroup
  /** Fetches the sentences of a group in a language. */
  export const wordGroups: Record<Locale, Record<WordGroup, () => Promise<{ words: Messages }>>>
  /** In which group the sentences of a module are. */
  export const groupOfModule: Record<string, WordGroup>
}

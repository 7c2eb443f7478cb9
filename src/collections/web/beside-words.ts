import { useWords } from '../../platform/web/words.tsx'
import type { ShownChoice } from './collection-draft.ts'

type Beside = ShownChoice['beside'][number]

/** What stands over words that come along, and the words in the language of the screen. */
export function useBesideWords() {
  const { say, locale } = useWords()
  return {
    labelOf: ({ kind, by }: Pick<Beside, 'kind' | 'by'>) => {
      if (kind === 'feedback') return say('collections.said-by', { name: by ?? '' })
      return say(kind === 'tag' ? 'collections.needed' : 'collections.thinking')
    },
    wordsOf: ({ words, translated }: Pick<Beside, 'words' | 'translated'>) => translated?.[locale] ?? words,
  }
}

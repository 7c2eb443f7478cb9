import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import type { ListPrompts } from '../contract.ts'

export type Asked = Answer<typeof ListPrompts>['prompts'][number]

/** A question in the language of the screen, after what was answered to it last, if it was. */
export function useQuestion() {
  const { locale, say, sayDate } = useWords()
  return (prompt: Asked) => ({
    words: locale === 'fr' ? prompt.words.fr : prompt.words.en,
    before:
      prompt.lastAnswer &&
      say('reflections.you-said', {
        when: sayDate(new Date(prompt.lastAnswer.at), 'month'),
        words: shortened(prompt.lastAnswer.words),
      }),
  })
}

/** A quotation is short, and ends at a word. */
export function shortened(words: string): string {
  if (words.length <= 120) return words
  return `${words.slice(0, 120).replace(/\s+\S*$/, '')} …`
}

import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'

/** As the server has it (largestFrameworkFile): said before half an hour of sending, not after. */
export const largestFileHere = 30 * 2 ** 20

const known = {
  not_json: 'competencies.unreadable-not_json',
  no_package: 'competencies.unreadable-no_package',
  no_document: 'competencies.unreadable-no_document',
  not_a_table: 'competencies.unreadable-not_a_table',
  no_statement_column: 'competencies.unreadable-no_statement_column',
  too_deep: 'competencies.unreadable-too_deep',
  too_many: 'competencies.unreadable-too_many',
  empty: 'competencies.unreadable-empty',
  workbook: 'competencies.unreadable-workbook',
  web_page: 'competencies.unreadable-web_page',
} as const

/** Why a file was not taken, and what to do, in a sentence; nothing when all is well. */
export function useWhyUnreadable(error: Error | null): string | undefined {
  const { say } = useWords()
  if (!error) return undefined
  if (!(error instanceof ApiRefusal)) return say('competencies.not-done')
  const reason = error.fields['file'] as keyof typeof known | undefined
  if (reason !== undefined && reason in known) return say(known[reason])
  return error.code === 'too_large' ? say('competencies.unreadable-too_large') : error.sentence
}

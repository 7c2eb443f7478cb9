import { ApiRefusal } from '../../platform/web/refusal.ts'
import { type WordKey, useWords } from '../../platform/web/words.tsx'

const known: Record<string, WordKey> = {
  not_a_roster: 'rosters.unreadable-not_a_roster',
  empty: 'rosters.unreadable-empty',
  workbook: 'rosters.unreadable-workbook',
  zip_broken: 'rosters.unreadable-zip_broken',
  zip_locked: 'rosters.unreadable-zip_locked',
  zip_bomb: 'rosters.unreadable-zip_bomb',
  too_large: 'rosters.unreadable-too_large',
  same_file_twice: 'rosters.unreadable-same_file_twice',
  quote_not_closed: 'rosters.unreadable-quote_not_closed',
  record_too_long: 'rosters.unreadable-record_too_long',
  not_text: 'rosters.unreadable-not_text',
  headings_wrong: 'rosters.unreadable-headings_wrong',
  file_missing: 'rosters.unreadable-file_missing',
  too_many_columns: 'rosters.unreadable-too_many_columns',
  server_refused: 'rosters.unreadable-server_refused',
  server_odd: 'rosters.unreadable-server_odd',
  server_page: 'rosters.unreadable-server_page',
}

/** Why a server's roster did not come, as it was noted that night; nothing where there is no more to say. */
export function useReason(): (trouble: string) => string | undefined {
  const { say } = useWords()
  return (trouble) => {
    const [reason = '', ...file] = trouble.split(' ')
    const key = known[reason]
    return key && say(key, { file: file.join(' '), row: '', columns: '' })
  }
}

/** Why a file was not taken, with where it stands; nothing when all is well. */
export function useWhyNot(error: Error | null): string | undefined {
  const { say } = useWords()
  if (!error) return undefined
  if (!(error instanceof ApiRefusal)) return say('rosters.not-done')
  const [, reason = '', row = '', file = '', columns = ''] =
    /^(\w+) (\d+) (.*)\|(.*)$/s.exec(error.fields['file'] ?? '') ?? []
  const key = known[reason]
  if (key !== undefined) return say(key, { row, file, columns })
  return error.code === 'too_large' ? say('rosters.too-large') : error.sentence
}

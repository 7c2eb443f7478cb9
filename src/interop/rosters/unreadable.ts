export const unreadableReasons = [
  'not_a_roster',
  'empty',
  'workbook',
  'zip_broken',
  'zip_locked',
  'zip_bomb',
  'too_large',
  'same_file_twice',
  'quote_not_closed',
  'record_too_long',
  'not_text',
  'headings_wrong',
  'file_missing',
  'too_many_columns',
  'server_refused',
  'server_odd',
  'server_page',
] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

/** A file is refused whole, with where and why: half a roster would take people out of their classes. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason
  readonly file: string
  readonly row: number
  /** those that are not there and must be */
  readonly columns: string

  constructor(reason: UnreadableReason, at: { file: string; row?: number; columns?: string }) {
    super(`${reason} in ${at.file}${at.row === undefined ? '' : `, row ${at.row}`}`)
    this.reason = reason
    this.file = at.file
    this.row = at.row ?? 0
    this.columns = at.columns ?? ''
  }
}

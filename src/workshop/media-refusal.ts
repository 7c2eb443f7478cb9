export type MediaRefusalCode =
  | 'empty'
  | 'truncated'
  | 'too_many_pixels'
  | 'unreadable'
  | 'cannot_clean'
  | 'took_too_long'
  | 'locked'
  | 'old_office'
  | 'packed_otherwise'
  | 'bomb'
  | 'macros'
  | 'no_picture'
  | 'gave_up'

/** The file is the trouble, not the machine: trying again with the same bytes will not help. */
export class MediaRefusal extends Error {
  readonly code: MediaRefusalCode

  constructor(code: MediaRefusalCode, reason: string, cause?: unknown) {
    super(reason, cause === undefined ? undefined : { cause })
    this.name = 'MediaRefusal'
    this.code = code
  }
}

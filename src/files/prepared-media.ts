/**
 * What becomes of an uploaded file before anybody but its owner may see it: cleaned of location and device
 * facts, in the sizes the screens need. Made by `prepareMedia`; owns nothing and knows no database.
 */
export type PreparedMedia = {
  kind: MediaKind
  /** The type found in the bytes. Never the one the sender claimed. */
  type: string
  width?: number
  height?: number
  durationSeconds?: number
  /** A thumbhash, base64, shown while the picture loads. */
  placeholder?: string
  /** Part of the picture never arrived; what did arrive is shown. */
  damaged?: true
  renditions: Rendition[]
}

export type MediaKind = 'picture' | 'document' | 'audio' | 'video' | 'file'

export type RenditionName = 'small' | 'screen' | 'full' | 'page' | 'download'

export type Rendition = {
  name: RenditionName
  type: string
  width?: number
  height?: number
  bytes: number
  path: string
}

export type MediaRefusalCode =
  | 'empty'
  | 'truncated'
  | 'too_many_pixels'
  | 'unreadable'
  | 'cannot_clean'
  | 'took_too_long'

/** The file is the trouble, not the machine: trying again with the same bytes will not help. */
export class MediaRefusal extends Error {
  readonly code: MediaRefusalCode

  constructor(code: MediaRefusalCode, reason: string, cause?: unknown) {
    super(reason, cause === undefined ? undefined : { cause })
    this.name = 'MediaRefusal'
    this.code = code
  }
}

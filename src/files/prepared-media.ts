import type { FilmSize } from '../films/film.ts'

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
  /** What a person should know about it, said on its page. */
  remarks?: Remark[]
  /** Sizes still to be made, which may take long: everything else is there. */
  later?: FilmSize[]
  renditions: Rendition[]
}

export type Remark = 'damaged' | 'not_converted' | 'macros_removed' | 'attachments_removed' | 'shortened'

export type MediaKind = 'picture' | 'document' | 'audio' | 'video' | 'file'

export type RenditionName = 'small' | 'screen' | 'full' | 'page' | 'download' | 'medium' | 'low' | 'peaks'

export type Rendition = {
  name: RenditionName
  type: string
  width?: number
  height?: number
  bytes: number
  path: string
}

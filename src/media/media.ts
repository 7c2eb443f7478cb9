/**
 * A stored file. It has no front door: it is reached through the work that carries it, in renditions from
 * which location and device data are gone.
 */
export const mediaKinds = ['picture', 'document', 'audio', 'video', 'file'] as const
export type MediaKind = (typeof mediaKinds)[number]

export const mediaStates = ['arriving', 'waiting', 'working', 'ready', 'failed'] as const

/** `medium` and `low` are smaller copies of a film; `peaks` says how loud a sound is from beginning to end. */
export const renditionNames = [
  'small',
  'screen',
  'full',
  'page',
  'download',
  'medium',
  'low',
  'peaks',
] as const
export type RenditionName = (typeof renditionNames)[number]

/** What a person should know about a file that is there. */
export const remarks = [
  'damaged',
  'not_converted',
  'macros_removed',
  'attachments_removed',
  'shortened',
] as const
export type Remark = (typeof remarks)[number]

/** The most one file may weigh, in bytes, where nobody decided otherwise; it is said before anything is sent. */
export const largestFile = 2 * 1024 ** 3

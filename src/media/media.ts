/**
 * A stored file. It has no front door: it is reached through the work that carries it, in renditions from
 * which location and device data are gone.
 */
export const mediaKinds = ['picture', 'document', 'audio', 'video', 'file'] as const
export type MediaKind = (typeof mediaKinds)[number]

export const mediaStates = ['arriving', 'waiting', 'working', 'ready', 'failed'] as const

export const renditionNames = ['small', 'screen', 'full', 'page', 'download'] as const
export type RenditionName = (typeof renditionNames)[number]

/** The most one file may weigh, in bytes; it is said before anything is sent. */
export const largestFile = 1024 ** 3

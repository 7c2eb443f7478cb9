import type { EventName } from '../platform/context.ts'

/** Work the program does by itself, later: what an event asks for, under a name that people know. */
export const errandKinds = ['file', 'film', 'link', 'message', 'call', 'night'] as const
export type ErrandKind = (typeof errandKinds)[number]

export const eventOf: Readonly<Record<ErrandKind, EventName>> = {
  file: 'media.arrived',
  film: 'film.cleaned',
  link: 'link.kept',
  message: 'message.queued',
  call: 'hook.called',
  night: 'night.fell',
}

/**
 * Why it failed, told from what the queue noted. What the program said itself is shown to nobody: it may hold the
 * name of a file or an address.
 */
export const troubles = ['not-taken', 'fell-silent', 'broke'] as const
export type Trouble = (typeof troubles)[number]

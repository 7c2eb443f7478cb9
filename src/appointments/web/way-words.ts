import type { WordKey } from '../../platform/web/words.tsx'

export const wayWords = {
  in_person: 'appointments.way-in-person',
  phone: 'appointments.way-phone',
  video: 'appointments.way-video',
} as const satisfies Record<string, WordKey>

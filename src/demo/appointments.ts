/** The conference times of the demo as they are written down here: days ahead and keys, not yet rows. */
export const demoDays = [
  {
    in: 0,
    fromMinute: 15 * 60,
    toMinute: 18 * 60,
    stations: 2,
    way: 'in_person' as const,
    place: 'Our classroom, the door by the garden',
    languages: ['English', 'Français'],
    interpreter: true,
  },
  {
    in: 1,
    fromMinute: 8 * 60,
    toMinute: 9 * 60,
    stations: 1,
    way: 'phone' as const,
    place: '',
    languages: ['English', 'Français'],
    interpreter: false,
  },
]

/** `slot` counts the times of the first day. */
export const demoBookings: { guardian: string; learner: string; slot: number; said: Partial<Said> }[] = [
  { guardian: 'amara', learner: 'mika', slot: 0, said: { comes: 'Théo, who is five and quiet with a book' } },
  { guardian: 'leila', learner: 'noor', slot: 1, said: { language: 'العربية', interpreter: true } },
  { guardian: 'martin', learner: 'oceane', slot: 2, said: { language: 'Français' } },
  { guardian: 'huong', learner: 'anh', slot: 2, said: { language: 'Tiếng Việt', interpreter: true } },
  { guardian: 'carol', learner: 'wren', slot: 4, said: {} },
  { guardian: 'tomas', learner: 'mika', slot: 7, said: {} },
  { guardian: 'marlene', learner: 'jude', slot: 8, said: { comes: 'His grandfather Victor' } },
]

export const demoWishes = [
  { guardian: 'rosa', learner: 'mateo', words: 'I work nights that week. Could you call me at lunch?' },
]

type Said = { language: string; interpreter: boolean; comes: string; phone: string }

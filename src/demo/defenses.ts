/** Presentations of learning as they are written down here: days from today and keys, not yet rows. */
type Note = { by: string; about: number | null; side: 'shown' | 'next'; words: string }
export type DefenseScript = {
  teacher: string
  learner: string
  title: string
  criteria: readonly string[]
  protocol: readonly (readonly [words: string, minutes: number])[]
  staff: readonly string[]
  guest: string
  place: string
  opening: string
  collection?: string
  /** who of the family is asked to the coming attempt, and what they see */
  asks: readonly (readonly [guardian: string, shows: 'day' | 'outcome' | 'notes'])[]
  /** so many days ago: what was said, and what it came to */
  earlier?: { daysAgo: number; notes: readonly Note[]; notYet: string; answer: string; opening: string }
  daysAhead: number
  fromMinute: number
}

export const demoDefenses: readonly DefenseScript[] = [
  {
    teacher: 'halvorsen',
    learner: 'jonas',
    title: 'What I can do with light',
    criteria: [
      'Says what went wrong, and what he tried then',
      'Shows with attempts side by side how it grew',
      'Answers questions with reasons',
    ],
    protocol: [
      ['Jonas presents', 10],
      ['The panel asks', 10],
      ['The panel says what it saw', 5],
    ],
    staff: ['halvorsen'],
    guest: 'Margit Olsen, glassblower',
    place: 'Glass studio',
    opening: 'The third lamp, in pieces, and what its crack taught the fifth one.',
    collection: 'What light needs',
    asks: [['claire', 'outcome']],
    earlier: {
      daysAgo: 9,
      opening: 'That I can build a lamp.',
      notes: [
        {
          by: 'halvorsen',
          about: 1,
          side: 'shown',
          words: 'All five shades on one table, oldest on the left. We could see the joint get thinner.',
        },
        {
          by: 'guest',
          about: 0,
          side: 'shown',
          words: 'You said yourself that you had rushed the third one. That is the hard part.',
        },
        {
          by: 'guest',
          about: 2,
          side: 'next',
          words: 'I asked why it cracked overnight and you said bad luck. Glass has reasons. Find this one.',
        },
        {
          by: 'halvorsen',
          about: null,
          side: 'next',
          words: 'Bring the broken one. It knows more than the good ones.',
        },
      ],
      notYet: 'Find out why the third lamp cracked when nobody touched it, and show us.',
      answer: 'It cooled too fast next to the window. I will bring the pieces and a thermometer.',
    },
    daysAhead: 5,
    fromMinute: 13 * 60 + 30,
  },
  {
    teacher: 'laroche',
    learner: 'talia',
    title: 'Where the salmon stop',
    criteria: [
      'Says what she asked, and why it matters here',
      'Shows how she counted, so that others could',
      'Says how sure she is, and what would change her mind',
    ],
    protocol: [
      ['Talia presents', 8],
      ['The panel asks', 7],
      ['The panel says what it saw', 5],
    ],
    staff: ['laroche', 'rivera'],
    guest: 'Dennis Alec, fisheries technician',
    place: 'Library',
    opening:
      'I counted for nine Saturdays. I want to show that a kid can count something nobody has counted.',
    asks: [
      ['lorna', 'notes'],
      ['wes', 'day'],
    ],
    daysAhead: 8,
    fromMinute: 10 * 60 + 15,
  },
]

import type { Activity } from './activity.ts'

/** Tunes a class practices, with what is said about them. */
export const musicActivities: Record<string, Activity> = {
  recorder: {
    subject: 'recorder',
    titles: ['Recorder song', 'My recorder tune', 'The hill song'],
    alts: ['A recorder tune with stops', 'A slow recorder tune', 'A recorder tune played fluently'],
    captions: ['Squeak in the middle, sorry', 'My brother is in the background', 'Played it standing up'],
    changes: [
      'I blow softer.',
      'I played only the hard part ten times.',
      'I do not look at my fingers any more.',
    ],
    talks: [
      [
        'You found every note in the end. Where does it squeak, and is that finger really closed?',
        'My ring finger. Now it is.',
      ],
      [
        'A steady beat. Can you breathe at the end of a line and not in the middle?',
        'I marked it with a pencil.',
      ],
    ],
  },
  ukulele: {
    subject: 'ukulele',
    titles: ['Ukulele piece', 'Song for the showcase', 'Practicing'],
    alts: ['A ukulele tune with stops', 'A slow ukulele tune', 'A ukulele tune played fluently'],
    captions: ['Take four', 'The neighbor clapped', 'Recorded in the hallway'],
    changes: [
      'Practiced the change between the two chords for a week.',
      'Slower, and it sounds better.',
      'Relaxed my thumb.',
    ],
    talks: [
      [
        'I hear the tune through the stops. Which change costs you the most time?',
        'F to C. I practiced only that.',
      ],
      [
        'You listen while you play. Try it once with your eyes closed.',
        'Did it. I heard that I rush at the end.',
      ],
    ],
  },
  drum: {
    subject: 'drum',
    titles: ['Drum', 'My drum song', 'Rain and thunder'],
    alts: ['Drum beats, fast and uneven', 'Drum beats, steady', 'Drum beats in a pattern'],
    captions: ['Boom', 'This is a bear walking', 'This is rain'],
    changes: ['I did it slow.', 'I did loud and then soft.', 'I counted one two three.'],
    talks: [
      ['I heard a bear and then something small. What was the small one?', 'A mouse. I did it more soft.'],
      ['You stopped all together at the end. How did you know when?', 'I looked at you.'],
    ],
  },
}

import type { ChoiceKind } from '../conferences/conference.ts'

/** What some of Division 3 have prepared so far; the others have still to begin. */
export type ConferenceScript = {
  learner: string
  ready: boolean
  welcome: string
  /** the learner's newest works, one after the other */
  choices: readonly { kind: ChoiceKind; why: string; cue: string }[]
}

export const demoConferences: readonly ConferenceScript[] = [
  {
    learner: 'mika',
    ready: true,
    welcome: 'Say hello. Tell them I talk first, then they ask.',
    choices: [
      { kind: 'grew', why: 'You can see me looking closer each time.', cue: 'Start with the first one!' },
      {
        kind: 'proud',
        why: 'I practiced it on the stairs until it was smooth.',
        cue: 'Breathe. Then play the hard bit.',
      },
      { kind: 'hard', why: 'I could not make it fit and had to measure again.', cue: 'Say what I tried.' },
    ],
  },
  {
    learner: 'noor',
    ready: true,
    welcome: 'Teta does not speak English yet. Say it in Arabic too.',
    choices: [
      { kind: 'proud', why: 'Nobody helped me with this one.', cue: 'Point at the shadows.' },
      { kind: 'grew', why: 'The second time I knew what to look for.', cue: 'Ask: what do you see?' },
    ],
  },
  {
    learner: 'otto',
    ready: true,
    welcome: '',
    choices: [
      { kind: 'proud', why: 'It held more than Mateo’s. We counted together.', cue: 'Say how many books.' },
      { kind: 'grew', why: 'The first lodge had no door.', cue: '' },
    ],
  },
  {
    learner: 'kai',
    ready: false,
    welcome: '',
    choices: [{ kind: 'proud', why: 'My grandmother told me the story for it.', cue: '' }],
  },
]

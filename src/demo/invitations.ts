import { activities } from './class-activities.ts'
import type { Subject } from './studio.ts'

type Shown = { subject: Subject; attempt: number; look: number; alt: string; caption?: string }

/** An activity as it is written down here; days are counted from today, those to come are below zero. */
export type InvitationScript = {
  class: string
  by: string
  title: string
  instructions: string
  picture?: Shown
  exemplar?: { text: string; picture: Shown }
  prompts?: readonly string[]
  /** without it, a draft */
  published?: number
  due?: number
  closed?: number
  /** those it is for, and what they are called together; the whole class otherwise */
  group?: { name: string; learners: readonly string[] }
  /** titles of the work that came of it */
  answeredBy: readonly string[]
  shelf?: 'school' | 'district'
}

const titlesOf = (...names: string[]) => names.flatMap((name) => activities[name]?.titles ?? [])

/** What the teachers of the demo invite their learners to. */
export const invitations: readonly InvitationScript[] = [
  {
    class: 'division-3',
    by: 'rivera',
    title: 'A butterfly from looking',
    instructions:
      'Put a real butterfly, or a good photo of one, beside your paper. Look ten times for every line you draw. Then draw it again: what do you see now that you did not see before?',
    picture: { subject: 'butterfly', attempt: 3, look: 4, alt: 'A butterfly with pointed wings and veins' },
    exemplar: {
      text: 'My own third try. The first two were much rounder.',
      picture: { subject: 'butterfly', attempt: 4, look: 5, alt: 'A labeled butterfly with fine detail' },
    },
    prompts: ['What did you see that surprised you?', 'What will you look at next time?'],
    published: 75,
    due: 28,
    answeredBy: titlesOf('butterfly'),
    shelf: 'school',
  },
  {
    class: 'division-3',
    by: 'dubois',
    title: 'An animal in winter',
    instructions:
      'Choose an animal that stays here in winter. Show how it keeps warm, with a drawing, a photo of a model, or your voice. You can label it in English or in French.',
    picture: { subject: 'wolf', attempt: 2, look: 3, alt: 'A wolf face with yellow eyes' },
    prompts: ['How does your animal find food in the snow?'],
    published: 14,
    due: -2,
    answeredBy: titlesOf('wolf', 'lodge'),
  },
  {
    class: 'division-3',
    by: 'rivera',
    title: 'A map a stranger can follow',
    instructions:
      'Draw the way from school to a place you like. Give it to somebody who has never been there.',
    answeredBy: [],
  },
  {
    class: 'division-3',
    by: 'rivera',
    title: 'Test your bridge again',
    instructions:
      'Change one thing about your paper bridge, only one. Load it until it gives way and take a photo.',
    prompts: ['What did you change, and what happened?'],
    published: 26,
    due: 3,
    group: { name: 'Bridge builders', learners: ['mateo', 'otto', 'emre', 'sam'] },
    answeredBy: titlesOf('test'),
  },
  {
    class: 'kindergarten',
    by: 'okafor',
    title: 'This is me',
    instructions: 'Look in the mirror. Draw your face.',
    picture: { subject: 'portrait', attempt: 1, look: 2, alt: 'A drawing of a child on green grass' },
    published: 72,
    answeredBy: ['This is me', ...titlesOf('portrait')],
    shelf: 'district',
  },
  {
    class: 'kindergarten',
    by: 'okafor',
    title: 'Something round',
    instructions: 'Find something round. Take a photo.',
    picture: { subject: 'pot', attempt: 0, look: 1, alt: 'A round clay pot' },
    published: 3,
    due: -3,
    answeredBy: [],
  },
  {
    class: 'morning',
    by: 'halvorsen',
    title: 'Light a page',
    instructions:
      'Build a lamp that lights one page of a book and nothing else. Document every version, also the ones that fail: a photo, and one sentence on what you learned.',
    exemplar: {
      text: 'A first prototype from two years ago. Notice how little is finished about it.',
      picture: { subject: 'lamp', attempt: 0, look: 6, alt: 'A lamp made of wire and paper' },
    },
    prompts: ['What did this version teach you?', 'Who could use a lamp like this?'],
    published: 70,
    due: 8,
    answeredBy: ['Glass lamp', ...titlesOf('lamp')],
    shelf: 'district',
  },
  {
    class: 'afternoon',
    by: 'halvorsen',
    title: 'A tune of your own',
    instructions:
      'Eight bars, one chord you have not used before. Record it on the first day and on the last.',
    published: 63,
    due: 10,
    closed: 6,
    answeredBy: titlesOf('ukulele'),
  },
  {
    class: 'harbour-class',
    by: 'marsh',
    title: 'Wings',
    instructions: 'Draw a wing so exactly that somebody can say whose it is.',
    picture: { subject: 'butterfly', attempt: 2, look: 6, alt: 'A butterfly with matching wings' },
    published: 61,
    due: -5,
    answeredBy: titlesOf('butterfly'),
    shelf: 'school',
  },
]

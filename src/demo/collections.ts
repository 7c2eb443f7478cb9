/** A collection as it is written down here; work is named by its title, days are counted from today. */
export type CollectionScript = {
  learner: string
  title: string
  about: string
  look: 'paper' | 'spruce' | 'dawn' | 'lake' | 'night'
  sections: readonly {
    title: string
    choices: readonly { work: string; why: string; highlight?: boolean; growth?: boolean }[]
  }[]
  audiences: readonly ('teachers' | 'family')[]
  /** what its learner says about it as a whole */
  said?: string
  /** a showcase of it until so many days from now, and who has agreed already */
  showcase?: { days: number; agreed: readonly (readonly [key: string, as: 'teacher' | 'guardian'])[] }
}

/** One that guests can open at once, and one that waits for its teacher. */
export const demoCollections: readonly CollectionScript[] = [
  {
    learner: 'jonas',
    title: 'What light needs',
    about:
      'I break things until they work, and then I can say why they work. I am slow at the beginning and stubborn at the end.',
    look: 'night',
    sections: [
      {
        title: 'The lamp',
        choices: [
          {
            work: 'Glass lamp',
            why: 'Five versions, and I can say what each of them taught me. The third one is the worst and the one I learned most from.',
            highlight: true,
            growth: true,
          },
        ],
      },
      {
        title: 'What I had to find out for it',
        choices: [
          {
            work: 'Lab: how heat moves through glass',
            why: 'I did not believe the table in the book, so I measured it myself. The book was right.',
          },
        ],
      },
    ],
    audiences: ['teachers', 'family'],
    showcase: { days: 21, agreed: [['halvorsen', 'teacher']] },
  },
  {
    learner: 'mika',
    title: 'How I learned to look',
    about: 'I look for a long time now. Before, I drew what I knew.',
    look: 'dawn',
    sections: [
      {
        title: 'It grew',
        choices: [
          {
            work: 'Butterfly',
            why: 'You can see me looking harder every time.',
            highlight: true,
            growth: true,
          },
        ],
      },
      {
        title: 'More of me',
        choices: [
          {
            work: 'The Night the River Moved',
            why: 'It is the longest thing I have written, and it is true.',
          },
        ],
      },
    ],
    said: 'I thought drawing was in my hand. When I put these next to each other I saw that it is in how long I look.',
    audiences: ['teachers', 'family'],
    showcase: { days: 14, agreed: [['amara', 'guardian']] },
  },
]

/** What learners of this year have said and what they want, so that a board has something to show. */
export type OwnWordsScript = {
  learner: string
  daysAgo: number
  said?: string
  /** their next step */
  wants?: string
  /** nobody else reads it; that it was said is seen all the same */
  keeps?: boolean
  /** who wrote it down for a young child */
  scribe?: string
}

export const ownWords: readonly OwnWordsScript[] = [
  {
    learner: 'mika',
    daysAgo: 12,
    said: 'I am getting better at looking longer. My butterfly shows it: the first one is what I thought, the last one is what was there.',
    wants: 'Read a whole chapter book alone before the ice goes out',
  },
  {
    learner: 'noor',
    daysAgo: 9,
    said: 'When I was stuck I asked Kʼi and not the teacher, and that was faster.',
    wants: 'Ask one question in every science circle',
  },
  {
    learner: 'saoirse',
    daysAgo: 15,
    said: 'Fractions make sense when I fold them. I do not trust them when they are only numbers.',
    wants: 'Explain one fraction to my brother without paper',
  },
  { learner: 'zofia', daysAgo: 20, said: 'I like my beaver book best because I cut out the boring page.' },
  { learner: 'bituin', daysAgo: 6, wants: 'Speak so that the back row hears me' },
  {
    learner: 'sam',
    daysAgo: 7,
    said: 'I had a hard month and I still finished the map.',
    wants: 'Go outside for five minutes when I get loud inside',
    keeps: true,
  },
  { learner: 'mateo', daysAgo: 11, said: 'My recorder song has no squeak now if I breathe first.' },
  {
    learner: 'theo',
    daysAgo: 8,
    said: 'My pot stands now. I pushed the bottom flat with my thumb.',
    wants: 'Tie my boots',
    scribe: 'okafor',
  },
  {
    learner: 'juniper',
    daysAgo: 5,
    said: 'The red one is Baba. I made him big because he is tall.',
    scribe: 'okafor',
  },
  {
    learner: 'jonas',
    daysAgo: 14,
    said: 'The first lamp failed because I rushed the joint. The fifth one works because I let it fail on paper four times.',
    wants: 'Have two people who are not my friends test the footbridge before I call it done',
  },
]

/** Whom a teacher has kindly told already. */
export const reminded: readonly { by: string; learners: readonly string[]; daysAgo: number }[] = [
  { by: 'rivera', learners: ['zofia', 'bituin', 'mateo', 'otto', 'emre', 'wren'], daysAgo: 2 },
  { by: 'okafor', learners: ['juniper', 'yusuf', 'hank'], daysAgo: 1 },
]

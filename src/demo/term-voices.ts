/** Those of Mika’s class who, like her, had their say about the term; the others have not yet. */
export const demoTermVoices: readonly { learner: string; words: string; step: string }[] = [
  {
    learner: 'noor',
    words: 'I ask when I do not understand. In September I waited.',
    step: 'Explain one thing to my table every week',
  },
  {
    learner: 'kai',
    words: 'My maps have a north now.',
    step: 'Learn the names of the creeks from my grandmother',
  },
  {
    learner: 'harpreet',
    words: 'I write longer stories and they make sense to others.',
    step: 'Read it aloud once before I say it is done',
  },
  { learner: 'bituin', words: 'I am braver in the choir.', step: 'Sing one line alone' },
  { learner: 'anh', words: 'My kite flew. I changed the tail three times.', step: 'Measure before I cut' },
  {
    learner: 'oceane',
    words: 'Je laisse parler les autres avant de dire mon idée.',
    step: 'Poser une question avant de répondre',
  },
  { learner: 'mateo', words: 'I used to rush my math. Now I draw it first.', step: 'Check with a drawing' },
  {
    learner: 'otto',
    words: 'I helped Suda find the library and we both got books.',
    step: 'Ask somebody new to play',
  },
  {
    learner: 'saoirse',
    words: 'My paragraphs start in different ways.',
    step: 'Cut one sentence I do not need',
  },
  { learner: 'emre', words: 'I can stop being angry before I shout.', step: 'Walk to the window first' },
  {
    learner: 'zofia',
    words: 'I finished the model bridge with Jude, and we argued well.',
    step: 'Listen until the end',
  },
  { learner: 'jude', words: 'The bridge held eleven books.', step: 'Try a bridge from paper only' },
  { learner: 'sam', words: 'I like my handwriting when I am not in a hurry.', step: 'One slow page a day' },
]

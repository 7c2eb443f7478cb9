import { type PageRow, press } from './page-row.ts'

const at =
  (side: string): NonNullable<PageRow['at']> =>
  (school) =>
    `/conference-rounds/${school.conference.roundId}/${side}`
const ofMika =
  (side: string): NonNullable<PageRow['at']> =>
  (school) =>
    `/conference-rounds/${school.conference.roundId}/${side}/${school.learner('mika')}`

/** Conferences: where a learner prepares and leads one, where a family follows, what stays of it. */
export const conferencePages: readonly PageRow[] = [
  { route: '/conferences', as: ['mika', 'theo'], shows: 'My conferences' },
  { route: '/conferences', as: ['amara'], shows: 'Conferences' },
  {
    route: '/conferences/:id',
    as: ['mika', 'amara', 'rivera'],
    at: (school) => `/conferences/${school.conference.id}`,
    shows: /conference$/,
  },
  {
    route: '/classes/:id/conferences',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/conferences`,
    shows: 'Conferences',
  },
  {
    route: '/classes/:id/conferences',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/conferences`,
    dialog: 'revise-round-form',
    shows: 'Change this round',
    first: (page) => press(page, 'Change this round'),
  },
  {
    route: '/conference-rounds/:id/prepare',
    as: ['mika', 'noor'],
    at: at('prepare'),
    shows: 'Prepare my conference',
  },
  {
    route: '/conference-rounds/:id/present/:learnerId',
    as: ['mika', 'rivera'],
    at: ofMika('present'),
    shows: /conference$/,
  },
  {
    route: '/conference-rounds/:id/present/:learnerId',
    as: ['mika'],
    at: ofMika('present'),
    shows: 'Butterfly',
    first: async (page) => {
      await press(page, 'Just practice')
      await press(page, 'Next')
      await press(page, 'My card')
      await page.getByText('A card for nobody but me').waitFor()
    },
  },
  {
    route: '/conference-rounds/:id/present/:learnerId',
    as: ['mika'],
    at: ofMika('present'),
    shows: 'Welcome',
    first: async (page) => {
      await press(page, 'Just practice')
      await page.getByRole('form', { name: 'A try for yourself' }).waitFor()
    },
  },
  {
    route: '/conference-rounds/:id/present/:learnerId',
    as: ['mika'],
    at: ofMika('present'),
    shows: 'Welcome',
    first: async (page) => {
      await press(page, 'They cannot come: record it')
      await press(page, 'Send it to my family')
      await page.getByText('Tick who it is for').waitFor()
    },
  },
  {
    route: '/conference-rounds/:id/present/:learnerId',
    as: ['rivera'],
    at: ofMika('present'),
    shows: 'Together',
    first: async (page) => {
      await press(page, 'Begin')
      for (const _ of [1, 2, 3, 4]) await press(page, 'Next')
      await press(page, 'Somebody has come in')
      await page.getByRole('region', { name: 'Somebody has come in' }).waitFor()
    },
  },
  {
    route: '/conferences/:id',
    as: ['amara'],
    at: (school) => `/conferences/${school.conference.recordedId}`,
    shows: 'A conference in your own time',
  },
  {
    route: '/conferences/:id',
    as: ['mika', 'rivera'],
    at: (school) => `/conferences/${school.conference.recordedId}`,
    shows: 'Recorded for the family',
  },
  {
    route: '/conference-rounds/:id/present/:learnerId',
    as: ['mika'],
    at: ofMika('present'),
    shows: 'Together',
    first: async (page) => {
      await press(page, 'Begin')
      for (const _ of [1, 2, 3, 4]) await press(page, 'Next')
    },
  },
  {
    route: '/conference-rounds/:id/family/:learnerId',
    as: ['amara'],
    at: ofMika('family'),
    shows: /conference$/,
  },
]

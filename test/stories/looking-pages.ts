import { type PageRow, press } from './page-row.ts'

/** The pages in which people look back: all years, finding, then and now, letters. */
export const lookingPages: readonly PageRow[] = [
  { route: '/timeline', as: ['theo', 'mika', 'jonas'], shows: /^(All my years|Everything I made)$/ },
  {
    route: '/timeline',
    as: ['mika'],
    at: () => '/timeline?words=butterfly&kind=attempt',
    shows: 'All my years',
    first: async (page) => page.locator('mark').first().waitFor(),
  },
  { route: '/timeline', as: ['mika'], at: () => '/timeline?words=zeppelin', shows: 'Nothing found' },
  {
    route: '/learners/:id/timeline',
    as: ['rivera', 'amara'],
    at: (school) => `/learners/${school.learner('mika')}/timeline`,
    shows: 'All the years of Mika Lindqvist-Diallo',
  },
  {
    route: '/classes/:id/find',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/find?words=butterfly`,
    shows: 'Find in this class',
  },
  {
    route: '/looking-back',
    as: ['theo', 'mika'],
    shows: 'Then and now',
    first: async (page) => page.getByRole('checkbox').waitFor(),
  },
  { route: '/letters', as: ['mika', 'jonas'], shows: 'Letters to my future self' },
  {
    route: '/letters',
    as: ['theo', 'jonas'],
    shows: /^Letters to/,
    first: async (page) => {
      await press(page, 'Write a letter')
      await page.getByRole('button', { name: /^(Seal|Close) it$/ }).waitFor()
    },
  },
  {
    route: '/letters/:id',
    as: ['mika'],
    at: (school) => `/letters/${school.letters.openId}`,
    shows: 'A letter from you',
  },
  {
    route: '/letters/:id',
    as: ['mika'],
    at: (school) => `/letters/${school.letters.sealedId}`,
    shows: 'Sealed',
  },
  {
    route: '/goals',
    as: ['mika'],
    shows: 'My goals',
    first: async (page) => {
      await page.getByText('What I say about it').first().click()
      await press(page, 'Say something about it')
      await page.getByRole('button', { name: 'Save my words' }).waitFor()
    },
  },
]

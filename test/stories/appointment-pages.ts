import { type PageRow, press } from './page-row.ts'

/** When and where conferences are: for families on their phones, for teachers, and on paper. */
export const appointmentPages: readonly PageRow[] = [
  { route: '/conference-times', as: ['amara', 'tomas', 'priya'], shows: 'Conference times' },
  {
    route: '/conference-times',
    as: ['amara'],
    shows: 'Conference times',
    first: async (page) => {
      await press(page, 'Change')
      await page.getByRole('heading', { name: 'Choose a time for Mika' }).waitFor()
    },
  },
  {
    route: '/conference-times',
    as: ['leila'],
    shows: 'Conference times',
    first: async (page) => {
      await page.getByRole('radio').first().check()
      await page.getByText('None of these suits me').first().click()
    },
  },
  { route: '/interpreters', as: ['rivera', 'chen'], shows: 'Interpreters for conferences' },
  {
    route: '/classes/:id/conference-times',
    as: ['rivera', 'okafor'],
    at: (school) => `/classes/${school.class('division-3')}/conference-times`,
    shows: 'Conference times',
  },
  {
    route: '/conference-rounds/:id/times',
    as: ['rivera'],
    at: (school) => `/conference-rounds/${school.times.roundId}/times`,
    shows: 'Times: Fall conferences',
  },
  {
    route: '/conference-rounds/:id/letters',
    as: ['rivera'],
    at: (school) => `/conference-rounds/${school.times.roundId}/letters`,
    shows: 'Letters to families',
    first: (page) => page.getByRole('article').first().waitFor(),
  },
]

import { schoolOf } from '../support/completing.ts'
import { type PageRow, press } from './page-row.ts'

/** What those with a duty open, and who is complete where. */
export const officePages: readonly PageRow[] = [
  { route: '/office', as: ['chen'], shows: 'Documented so far' },

  // completeness
  {
    route: '/classes/:id/completeness',
    as: ['rivera', 'dubois'],
    at: (school) => `/classes/${school.class('division-3')}/completeness`,
    shows: /./,
  },
  { route: '/office/completeness', as: ['chen', 'singh'], shows: 'Reflections and goals' },
  {
    route: '/office/schools/:id/completeness',
    as: ['chen', 'singh'],
    at: () => `/office/schools/${schoolOf('cedar-hill')}/completeness`,
    shows: 'Cedar Hill Elementary',
    first: async (page) => {
      await page.locator('main summary').first().click()
    },
  },
  // questions of one's own
  {
    route: '/classes/:id/prompts',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/prompts`,
    shows: 'Our questions',
    first: (page) => press(page, 'Write a question'),
  },
  {
    route: '/office/prompts',
    as: ['chen', 'singh'],
    shows: 'Our questions',
    first: (page) => press(page, /^Write a question/),
  },
  { route: '/office/year', as: ['singh'], shows: 'The communications of the year' },
]

import { classOf } from '../support/school.ts'
import type { PageRow } from './page-row.ts'

const at: NonNullable<PageRow['at']> = (school) => `/presentations/${school.defense.id}`

/** Presentations of learning: set by a teacher, prepared and read by the learner. */
export const defensePages: readonly PageRow[] = [
  {
    route: '/classes/:id/presentations',
    as: ['halvorsen', 'rivera'],
    at: () => `/classes/${classOf('morning')}/presentations`,
    shows: /./,
  },
  {
    route: '/classes/:id/presentations/new',
    as: ['halvorsen'],
    at: () => `/classes/${classOf('morning')}/presentations/new`,
    shows: 'Set a presentation',
  },
  { route: '/presentations', as: ['jonas', 'mika'], shows: 'Presentations of learning' },
  { route: '/presentations/:id', as: ['jonas', 'halvorsen'], at, shows: 'What I can do with light' },
  {
    route: '/presentations/:id',
    as: ['jonas', 'halvorsen'],
    at,
    shows: 'What I can do with light',
    first: async (page) => {
      await page.locator('main summary').filter({ hasText: 'Attempt 1' }).click()
      await page.getByText('Anneal it longer.').waitFor()
    },
  },
]

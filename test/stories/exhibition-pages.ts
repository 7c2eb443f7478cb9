import { type PageRow, press } from './page-row.ts'

const at =
  (side = ''): NonNullable<PageRow['at']> =>
  (school) =>
    `/showcase-events/${school.event.id}${side}`

/** Showcase events: for those who run them, and for learners who stand there. */
export const exhibitionPages: readonly PageRow[] = [
  { route: '/showcase-events', as: ['jonas', 'mika', 'halvorsen', 'chen'], shows: 'Showcase events' },
  { route: '/showcase-events/new', as: ['halvorsen', 'chen'], shows: 'Plan a showcase event' },
  {
    route: '/showcase-events/:id',
    as: ['halvorsen', 'chen', 'jonas', 'minh'],
    at: at(),
    shows: 'Night of light',
  },
  {
    route: '/showcase-events/:id',
    as: ['jonas'],
    at: at(),
    shows: 'Night of light',
    first: async (page) => {
      await press(page, 'Choose something else')
      await page.getByRole('radio', { name: /^One work/ }).check()
    },
  },
  {
    route: '/showcase-events/:id/change',
    as: ['halvorsen'],
    at: at('/change'),
    shows: 'Change the event',
  },
  { route: '/showcase-events/:id/slips', as: ['halvorsen'], at: at('/slips'), shows: 'Slips and thanks' },
]

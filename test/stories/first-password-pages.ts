import type { PageRow } from './page-row.ts'

/** Ways in for those who came by a roster. */
export const firstPasswordPages: readonly PageRow[] = [
  {
    route: '/classes/:id/first-passwords',
    as: ['rivera', 'chen'],
    at: (school) => `/classes/${school.class('division-3')}/first-passwords`,
    shows: /./,
  },
  { route: '/office/ways-in', as: ['chen', 'singh'], shows: 'Ways in' },
  { route: '/office/support', as: ['singh'], shows: /^(Support|Assistance)$/ },
]

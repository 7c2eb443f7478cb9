import type { PageRow } from './page-row.ts'

/** Spaces: where people meet around work, what is one's own, and what is over. */
export const spacePages: readonly PageRow[] = [
  { route: '/spaces', as: ['rivera', 'mika', 'dubois', 'amara'], shows: /^(My spaces|Spaces|Espaces)$/ },
  { route: '/spaces/new', as: ['rivera'], shows: 'Open a group or a one-to-one' },
  { route: '/spaces/own', as: ['mika'], shows: 'My own' },
  {
    route: '/spaces/:id',
    as: ['rivera', 'okafor', 'mika', 'noor'],
    at: (school) => `/spaces/${school.group.id}`,
    shows: 'Newspaper',
  },
  {
    route: '/spaces/:id/settings',
    as: ['rivera', 'okafor'],
    at: (school) => `/spaces/${school.group.id}/settings`,
    shows: 'Newspaper',
  },
  {
    route: '/spaces/:id/earlier',
    as: ['mika'],
    at: (school) => `/spaces/${school.group.earlierId}/earlier`,
    shows: 'Division 3 (Grades 2/3)',
  },
  {
    route: '/pieces/:id',
    as: ['mika', 'noor', 'okafor'],
    at: (school) => `/pieces/${school.group.pieceId}`,
    shows: 'Crane',
    first: (page) => page.getByRole('heading', { name: 'In Newspaper' }).waitFor(),
  },
]

import type { PageRow } from './page-row.ts'

/** Spaces: where people meet around work, what is one's own, and what is over. */
export const spacePages: readonly PageRow[] = [
  {
    route: '/spaces',
    as: ['rivera', 'amari', 'mika', 'dubois', 'amara'],
    shows: /^(My spaces|Spaces|Espaces)$/,
  },
  { route: '/today', as: ['amari'], shows: 'Today' },
  { route: '/spaces/new', as: ['rivera', 'amari'], shows: 'Open a group or a one-to-one' },
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
    route: '/spaces/:spaceId/post',
    as: ['rivera', 'okafor'],
    at: (school) => `/spaces/${school.group.id}/post`,
    shows: 'Post for several',
  },
  {
    route: '/spaces/:spaceId/papers',
    as: ['rivera', 'okafor'],
    at: (school) => `/spaces/${school.group.id}/papers`,
    shows: 'Paper with codes',
  },
  {
    route: '/spaces/:spaceId/stack',
    as: ['rivera'],
    at: (school) => `/spaces/${school.group.id}/stack`,
    shows: 'File a stack of paper',
  },
  {
    route: '/spaces/:spaceId/feedback',
    as: ['okafor'],
    at: (school) => `/spaces/${school.group.id}/feedback`,
    shows: 'Feedback',
  },
  {
    route: '/spaces/:spaceId/activities',
    as: ['rivera', 'okafor'],
    at: (school) => `/spaces/${school.group.id}/activities`,
    shows: 'Activities',
  },
  {
    route: '/spaces/:spaceId/activities/new',
    as: ['rivera'],
    at: (school) => `/spaces/${school.group.id}/activities/new`,
    shows: 'New activity',
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

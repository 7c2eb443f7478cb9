import type { PageRow } from './page-row.ts'

/** Activities as their teachers and their learners see them, and the libraries they are copied from. */
export const invitationPages: readonly PageRow[] = [
  { route: '/activities', as: ['mika', 'theo', 'jonas'], shows: 'Invitations' },
  {
    route: '/classes/:id/activities',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/activities`,
    shows: 'Activities',
  },
  {
    route: '/classes/:id/activities/new',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/activities/new`,
    shows: 'New activity',
  },
  {
    route: '/classes/:id/activities/new',
    as: ['okafor'],
    at: (school) => `/classes/${school.class('kindergarten')}/activities/new`,
    shows: 'New activity',
    first: async (page) => {
      await page.getByText('Show an example').click()
      await page.getByText('Add questions').click()
      await page.getByRole('radio', { name: 'Some learners' }).check()
    },
  },
  {
    route: '/activities/:id',
    as: ['rivera', 'mika', 'noor', 'tomas'],
    at: (school) => `/activities/${school.invited.id}`,
    shows: 'A leaf up close',
  },
  {
    route: '/activities/:id',
    as: ['okafor', 'theo'],
    at: (school) => `/activities/${school.invited.youngId}`,
    shows: 'My family drum',
  },
  {
    route: '/activities/:id/edit',
    as: ['rivera'],
    at: (school) => `/activities/${school.invited.id}/edit`,
    shows: 'Edit activity',
  },
  {
    route: '/activities/:id/respond',
    as: ['noor'],
    at: (school) => `/activities/${school.invited.id}/respond`,
    shows: 'A leaf up close',
  },
  {
    route: '/activities/:id/respond',
    as: ['theo'],
    at: (school) => `/activities/${school.invited.youngId}/respond`,
    shows: 'My family drum',
  },
  {
    route: '/activities/:id/existing',
    as: ['mika'],
    at: (school) => `/activities/${school.invited.id}/existing`,
    shows: 'Use work I have',
  },
  {
    route: '/activities/:id/existing',
    as: ['theo'],
    at: (school) => `/activities/${school.invited.youngId}/existing`,
    shows: 'Use work I have',
  },
  {
    route: '/activities/:id/responses',
    as: ['rivera'],
    at: (school) => `/activities/${school.invited.id}/responses`,
    shows: 'Mika Lindqvist-Diallo',
  },
  {
    route: '/activities/:id/feedback',
    as: ['rivera'],
    at: (school) => `/activities/${school.invited.id}/feedback`,
    shows: /./,
  },
  {
    route: '/library/:shelf',
    as: ['rivera', 'okafor'],
    at: () => '/library/school',
    shows: 'Library',
  },
  { route: '/library/:shelf', as: ['rivera'], at: () => '/library/own', shows: 'Library' },
  {
    route: '/library/items/:id',
    as: ['rivera', 'okafor'],
    at: (school) => `/library/items/${school.invited.itemId}`,
    shows: 'A leaf up close',
  },
]

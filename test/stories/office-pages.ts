import { schoolOf } from '../support/completing.ts'
import { type PageRow, press } from './page-row.ts'

/** What those with a duty open, and who is complete where. */
export const officePages: readonly PageRow[] = [
  { route: '/office', as: ['chen', 'singh'], shows: 'The office today' },
  { route: '/office/errands', as: ['singh'], shows: 'Cairn’s own work' },
  {
    route: '/office/schools',
    as: ['singh'],
    shows: 'Schools',
    first: (page) => press(page, 'Rename: Cedar Hill Elementary'),
  },
  { route: '/office/sharing', as: ['chen', 'singh'], shows: 'Sharing new work' },
  { route: '/office/storage', as: ['chen', 'singh'], shows: 'Storage and backups' },

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
  // frameworks
  { route: '/frameworks', as: ['mika', 'theo', 'rivera', 'singh'], shows: 'What work can show' },
  {
    route: '/frameworks/:id',
    as: ['jonas', 'rivera'],
    at: (school) => `/frameworks/${school.framework.packId}`,
    shows: 'BC Core Competencies',
  },
  {
    route: '/office/frameworks',
    as: ['singh'],
    shows: 'Frameworks',
    first: (page) => press(page, 'Begin a framework of our own'),
  },
  {
    route: '/office/frameworks/:id',
    as: ['singh'],
    at: (school) => `/office/frameworks/${school.framework.ownId}`,
    shows: 'How we walk together',
    first: (page) => press(page, /^Change/),
  },
  {
    route: '/office/frameworks/:id',
    as: ['singh'],
    at: (school) => `/office/frameworks/${school.framework.packId}`,
    shows: 'BC Core Competencies',
    first: (page) => page.getByText('Load profile texts').click(),
  },
  { route: '/office/bring-framework', as: ['singh'], shows: 'Bring a framework' },
  {
    route: '/office/framework-imports/:id',
    as: ['singh'],
    at: (school) => `/office/framework-imports/${school.framework.importId}`,
    shows: 'Trail skills',
  },
  // rosters
  { route: '/office/rosters', as: ['singh'], shows: 'What was brought' },
  {
    route: '/office/rosters/:id',
    as: ['singh'],
    at: (school) => `/office/rosters/${school.roster.waitingId}`,
    shows: 'What it would do',
    first: (page) => page.locator('main summary').first().click(),
  },
  {
    route: '/office/rosters/:id',
    dialog: 'undo-roster',
    as: ['singh'],
    at: (school) => `/office/rosters/${school.roster.appliedId}`,
    shows: 'What it did',
    first: (page) => press(page, 'Undo this import'),
  },
  // the rooms of the office, and what was done in them
  { route: '/office/rooms', as: ['chen', 'singh'], shows: 'Cairn itself' },
  { route: '/office/logbook', as: ['chen', 'singh'], shows: 'Logbook' },
  {
    route: '/office/classes',
    as: ['chen', 'singh'],
    shows: 'Classes and terms',
    first: (page) => press(page, 'Open a class: Cedar Hill Elementary'),
  },
  {
    route: '/office/classes/:id',
    as: ['chen'],
    at: (school) => `/office/classes/${school.class('division-3')}`,
    shows: 'Division 3 (Grades 3/4)',
    first: (page) => press(page, 'Add a learner'),
  },
  {
    route: '/office/classes/:id',
    dialog: 'archive-class-dialog',
    as: ['chen'],
    at: (school) => `/office/classes/${school.class('division-3')}`,
    shows: 'Division 3 (Grades 3/4)',
    first: (page) => press(page, 'Archive this class'),
  },
  {
    route: '/office/classes',
    dialog: 'archive-year',
    as: ['chen'],
    shows: 'Classes and terms',
    first: (page) => press(page, 'Archive the past year: Cedar Hill Elementary'),
  },
  {
    route: '/office/people',
    as: ['singh'],
    shows: 'People',
    first: async (page) => {
      await page.getByRole('searchbox').fill('haddad')
      await page.getByRole('link', { name: 'Noor Haddad' }).waitFor()
    },
  },
  {
    route: '/office/people',
    as: ['singh'],
    shows: 'People',
    first: async (page) => {
      await page.getByRole('combobox').selectOption('learner')
      await page.getByText('Type a part of the name or number as well.').waitFor()
      await page.getByRole('combobox').selectOption('')
      await page.getByRole('searchbox').fill('a')
      await page.getByText('The first 30; one word more finds fewer.').waitFor()
    },
  },
  {
    route: '/office/people/:id',
    as: ['singh'],
    at: (school) => `/office/people/${school.learner('mika')}`,
    shows: 'Mika Lindqvist-Diallo',
    first: (page) => press(page, 'Add a guardian'),
  },
  {
    route: '/office/people/:id',
    dialog: 'end-guardianship-dialog',
    as: ['singh'],
    at: (school) => `/office/people/${school.learner('mika')}`,
    shows: 'Mika Lindqvist-Diallo',
    first: (page) => press(page, 'End the guardianship with Amara Diallo'),
  },
  {
    route: '/office/people/:id',
    dialog: 'leaving',
    as: ['singh'],
    at: (school) => `/office/people/${school.learner('mika')}`,
    shows: 'Mika Lindqvist-Diallo',
    first: (page) => press(page, 'They are leaving'),
  },
  {
    route: '/office/people/:id/merge/:goneId',
    as: ['singh'],
    at: (school) => `/office/people/${school.learner('mika')}/merge/${school.learner('noor')}`,
    shows: 'One human, two records?',
  },
  { route: '/office/year', as: ['singh'], shows: 'The communications of the year' },
]

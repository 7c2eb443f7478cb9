import { cardPages } from './card-pages.ts'
import { appointmentPages } from './appointment-pages.ts'
import { claimPages } from './claim-pages.ts'
import { classPages } from './class-pages.ts'
import { collectionPages } from './collection-pages.ts'
import { defensePages } from './defense-pages.ts'
import { exhibitionPages } from './exhibition-pages.ts'
import { conferencePages } from './conference-pages.ts'
import { devicePages } from './device-pages.ts'
import { firstPasswordPages } from './first-password-pages.ts'
import { invitationPages } from './invitation-pages.ts'
import { officePages } from './office-pages.ts'
import { idOf } from '../support/school.ts'
import { type PageRow, press } from './page-row.ts'
import { paperPages } from './paper-pages.ts'
import { programPages } from './program-pages.ts'
import { providerPages } from './provider-pages.ts'
import { spacePages } from './space-pages.ts'
import { lookingPages } from './looking-pages.ts'
import { piecePages } from './piece-pages.ts'

/**
 * Every page and every dialog of Cairn, one row each. `every-page.story.test.ts` opens each row as each of its
 * people, on a phone and on a desk, light and dark, in English and in French; `test/walls/pages.test.ts` fails
 * for a route or a dialog without a row. To add one: copy a row that is like it.
 */
export const pages: readonly PageRow[] = [
  // sign-in
  { route: '/sign-in', as: ['nobody'], shows: 'Sign in' },
  {
    route: '/account',
    as: ['mika'],
    shows: 'Sign in again',
    dialog: 'sign-in-again',
    first: async (page) => {
      await page.getByText('This device', { exact: true }).waitFor()
      await page.context().clearCookies()
      // something else of the page may have asked before, and the dialog lies over it then
      await page.getByRole('radio', { name: /Compact/ }).dispatchEvent('click')
    },
  },

  // home
  { route: '/', as: ['theo', 'mika', 'jonas', 'noor'], shows: 'My work' },

  // account
  { route: '/account', as: ['theo', 'mika', 'rivera', 'amara', 'chen'], shows: /settings$/i },
  {
    route: '/account',
    as: ['jonas'],
    shows: 'Sign out on every device?',
    dialog: 'where-signed-in',
    first: (page) => press(page, 'Sign out everywhere'),
  },

  // reflections and goals
  { route: '/reflections', as: ['theo', 'mika', 'jonas'], shows: 'My words' },
  {
    route: '/reflections',
    as: ['theo', 'mika'],
    shows: 'My words',
    first: async (page) => {
      await press(page, 'Say something')
      await page.getByRole('list', { name: 'Questions to begin from' }).waitFor()
    },
  },
  { route: '/goals', as: ['theo', 'mika', 'jonas'], shows: 'My goals' },
  {
    route: '/goals',
    as: ['theo', 'jonas'],
    shows: 'My goals',
    first: async (page) => {
      await press(page, 'Set a goal')
      await page.getByRole('button', { name: 'Save my goal' }).waitFor()
    },
  },
  {
    route: '/goals',
    as: ['mika'],
    shows: 'My goals',
    first: async (page) => {
      await press(page, 'Look at it today')
      await page.getByRole('button', { name: 'Save this look' }).waitFor()
    },
  },

  // learner
  { route: '/work/new', as: ['theo', 'mika', 'jonas'], shows: 'Add' },
  {
    route: '/work/new',
    as: ['theo', 'mika'],
    shows: 'Add',
    first: async (page) => {
      await page.getByRole('button', { name: /^Write/ }).click()
      await page.getByRole('textbox').first().fill('Ice sings when it is new.')
    },
  },
  {
    route: '/pieces/:id/next',
    as: ['mika'],
    at: (school) => `/pieces/${school.edited.pieceId}/next`,
    shows: 'Attempt 2',
  },
  {
    route: '/pieces/:id/next',
    as: ['theo'],
    at: (school) => `/pieces/${school.piece('This is me')}/next`,
    shows: 'Attempt 3',
  },
  { route: '/deleted', as: ['mika', 'theo'], shows: 'Deleted work' },

  ...claimPages,
  ...piecePages,
  ...invitationPages,
  ...paperPages,
  ...lookingPages,
  ...collectionPages,
  ...exhibitionPages,
  ...defensePages,
  ...conferencePages,
  ...appointmentPages,

  // teacher
  { route: '/today', as: ['rivera', 'halvorsen', 'okafor'], shows: 'Today' },
  {
    route: '/classes/:id',
    as: ['rivera', 'mika'],
    at: (school) => `/classes/${school.class('division-3')}`,
    shows: /./,
  },
  {
    route: '/classes/:id/post',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/post`,
    shows: 'Post for several',
  },
  {
    route: '/learners/:id',
    as: ['rivera', 'amara'],
    at: (school) => `/learners/${school.learner('mika')}`,
    shows: 'Mika Lindqvist-Diallo',
  },

  // feedback
  {
    route: '/classes/:id/feedback',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/feedback`,
    shows: /./,
  },
  {
    route: '/classes/:id/feedback',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/feedback`,
    shows: 'Keys',
    dialog: 'keys-dialog',
    first: (page) => press(page, 'Keys'),
  },
  {
    route: '/classes/:id/feedback',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/feedback`,
    shows: 'My phrases',
    dialog: 'phrases-dialog',
    first: (page) => press(page, 'Keep phrases you write often'),
  },

  // family
  { route: '/ask-me', as: ['mika', 'theo', 'jonas'], shows: 'Ask me about' },
  {
    route: '/classes/:id/families',
    as: ['rivera', 'chen'],
    at: (school) => `/classes/${school.class('division-3')}/families`,
    shows: 'Families',
  },
  { route: '/office/families', as: ['chen', 'singh'], shows: 'Families' },
  { route: '/family', as: ['amara', 'tomas', 'okafor'], shows: 'My children' },
  {
    route: '/learners/:id/looks',
    as: ['mika', 'amara'],
    at: () => `/learners/${idOf('mika')}/looks`,
    shows: 'Who has looked',
  },
  { route: '/family/letters', as: ['amara'], shows: 'Weekly letters' },

  ...cardPages,
  ...programPages,
  ...firstPasswordPages,
  ...providerPages,
  ...classPages,
  ...spacePages,
  ...devicePages,

  ...officePages,

  // critiques
  {
    route: '/classes/:id/critiques',
    as: ['rivera', 'mika'],
    at: (school) => `/classes/${school.class('division-3')}/critiques`,
    shows: 'Critique rounds',
  },
  {
    route: '/classes/:id/critiques/new',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/critiques/new`,
    shows: 'Open a round',
  },
  {
    route: '/critique-rounds/:id',
    as: ['rivera', 'mika', 'noor', 'kai'],
    at: (school) => `/critique-rounds/${school.table.roundId}`,
    shows: 'Before the showcase',
  },
  {
    route: '/critique-rounds/:id',
    as: ['rivera'],
    at: (school) => `/critique-rounds/${school.table.roundId}`,
    shows: 'Change the tables',
    dialog: 'tables-dialog',
    first: (page) => press(page, 'Change the tables'),
  },
  {
    route: '/bringings/:id',
    as: ['mika', 'noor', 'kai', 'rivera'],
    at: (school) => `/bringings/${school.table.bringingId}`,
    shows: 'Untitled',
  },
  {
    route: '/bringings/:id',
    as: ['mika'],
    at: (school) => `/bringings/${school.table.bringingId}`,
    shows: 'Ask a teacher to look at this?',
    dialog: 'report-dialog',
    first: (page) => press(page, 'Ask a teacher to look'),
  },
]

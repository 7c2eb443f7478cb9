import { type PageRow, press } from './page-row.ts'

/** What learners say they can do: their pages, and what of it a teacher opens. */
export const claimPages: readonly PageRow[] = [
  { route: '/can-do', as: ['theo', 'mika', 'jonas'], shows: 'What I can do' },
  { route: '/can-do/new', as: ['theo', 'mika', 'jonas'], shows: /^(Say what I can do|I can do this)$/ },
  {
    route: '/can-do/new',
    as: ['theo', 'mika'],
    shows: /^(Say what I can do|I can do this)$/,
    first: async (page) => {
      const group = page.getByText('Collaborating', { exact: true }).first()
      await group.click()
      const offer = page.getByRole('button', { name: 'Collaborating', exact: true })
      if (await offer.count()) await offer.first().click()
      await page.getByRole('textbox').first().fill('I can wait for my turn.')
      await press(page, 'Next')
      await press(page, 'Next')
    },
  },
  { route: '/constellation', as: ['theo', 'mika', 'jonas'], shows: /^My (constellation|stars)$/ },
  {
    route: '/constellation',
    as: ['mika'],
    shows: 'My constellation',
    first: async (page) => {
      await press(page, /^Reflecting and assessing/)
      await page.getByRole('heading', { name: 'What lights it' }).waitFor()
    },
  },
  {
    route: '/constellation',
    as: ['mika'],
    shows: 'My constellation',
    first: async (page) => {
      await page.getByRole('radio', { name: 'As a list' }).check()
      await page.getByRole('button', { name: 'Well-being' }).waitFor()
    },
  },
  {
    route: '/classes/:id/competencies',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/competencies`,
    shows: /has work for$/,
  },
  {
    route: '/pieces/:id',
    as: ['mika', 'rivera'],
    at: (school) => `/pieces/${school.piece('Butterfly')}`,
    shows: 'Butterfly',
    first: async (page) => {
      await press(page, /^(Say what it needed|Suggest something to)/)
      await page.getByLabel('Find it by a word').waitFor()
    },
  },
  {
    route: '/learners/:id',
    as: ['okafor', 'amara'],
    at: (school) => `/learners/${school.learner('theo')}`,
    shows: /^Théo/,
    first: async (page) => {
      await press(page, /^Write down what .* they can do$/)
      await page.getByRole('button', { name: 'Save their words' }).waitFor()
    },
  },
]

import type { Page } from 'playwright-core'
import { type PageRow, press } from './page-row.ts'

const shown = 'How I learned to look'
const at: NonNullable<PageRow['at']> = (school) => `/collections/${school.collection.id}`
const step = (page: Page, name: string) => page.getByRole('radio', { name }).check()

/** Collections and showcases: where a learner arranges them, and where those who are asked or shown see them. */
export const collectionPages: readonly PageRow[] = [
  { route: '/collections', as: ['theo', 'mika', 'jonas'], shows: 'My collections' },
  { route: '/collections', as: ['rivera', 'amara', 'singh'], shows: 'Collections and showcases' },
  { route: '/collections/:id', as: ['mika', 'rivera', 'amara'], at, shows: shown },
  {
    route: '/collections/:id',
    as: ['mika'],
    at,
    shows: shown,
    first: async (page) => {
      await page.getByText('What comes along').first().click()
      await page.getByText('Which attempt?').waitFor()
    },
  },
  {
    route: '/collections/:id',
    as: ['mika'],
    at,
    shows: 'Choose work',
    dialog: 'piece-picker',
    first: (page) => press(page, /^Add work/),
  },
  {
    route: '/collections/:id',
    as: ['mika'],
    at,
    shows: shown,
    first: async (page) => {
      await step(page, 'Who it is for')
      await page.getByLabel(/^From which day/).waitFor()
    },
  },
  {
    route: '/collections/:id',
    as: ['mika'],
    at,
    shows: shown,
    first: async (page) => {
      await step(page, 'Preview')
      await page.getByLabel('See it as').selectOption({ index: 1 })
    },
  },
  {
    route: '/collections/:id',
    as: ['mika'],
    at,
    shows: shown,
    first: async (page) => {
      await step(page, 'Showcase')
      await page.getByRole('img', { name: 'A code for the camera of a telephone' }).waitFor()
    },
  },
  { route: '/collection-templates', as: ['rivera', 'chen', 'singh'], shows: 'Templates for collections' },
  {
    route: '/collection-templates',
    as: ['rivera'],
    shows: 'Templates for collections',
    first: (page) => press(page, /^Change it/),
  },
]

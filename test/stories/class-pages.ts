import type { Page } from 'playwright-core'
import { photo } from '../support/stage.ts'
import { typeKeys } from './doings.ts'
import { type PageRow, press } from './page-row.ts'

/** What a teacher does for a whole class at once. */
export const classPages: readonly PageRow[] = [
  {
    route: '/classes/:id/filed',
    as: ['rivera', 'dubois'],
    at: (school) => `/classes/${school.class('division-3')}/filed`,
    shows: /What you filed|Ce que vous avez classé/,
  },
  {
    route: '/classes/:id/filed',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/filed`,
    shows: 'What you filed',
    dialog: 'put-right-dialog',
    first: (page) => press(page, /^Belongs to another learner/),
  },
  {
    route: '/pieces/:id',
    as: ['rivera'],
    at: (school) => `/pieces/${school.filed.pieceId}`,
    shows: 'By the creek',
    first: (page) => page.getByRole('button', { name: 'Belongs to another learner' }).waitFor(),
  },
  {
    route: '/deleted',
    as: ['otto'],
    shows: 'Deleted work',
    first: (page) => page.getByText('Something was filed to you by mistake').waitFor(),
  },
  {
    route: '/classes/:id/photos',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/photos`,
    shows: 'Whose is this?',
  },
  {
    route: '/classes/:id/photos',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/photos`,
    shows: 'Whose is this?',
    first: async (page) => {
      await page.getByLabel(/Choose photos/).setInputFiles([await photo(), await photo('#97431a')])
      await page.getByRole('checkbox', { name: /^Noor Haddad/ }).click()
      await page.getByRole('checkbox', { name: /^Wren Prince/ }).waitFor()
    },
  },
  {
    route: '/classes/:id/photos',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/photos`,
    shows: 'Whose is this?',
    first: async (page) => {
      await page.getByLabel(/Choose photos/).setInputFiles([await photo(), await photo('#97431a')])
      await page.getByRole('checkbox', { name: /^Noor Haddad/ }).click()
      await page.getByRole('button', { name: 'Review' }).click()
      await page.getByRole('button', { name: /^File/ }).waitFor()
    },
  },
  {
    route: '/classes/:id/hand-over',
    as: ['okafor'],
    at: (school) => `/classes/${school.class('kindergarten')}/hand-over`,
    shows: /^Class (tablet|phone|computer)/,
  },
  {
    route: '/class-tablet',
    as: ['okafor'],
    at: (school) => `/classes/${school.class('kindergarten')}/hand-over`,
    shows: 'Who are you?',
    first: handOver,
  },
  {
    route: '/class-tablet',
    as: ['okafor'],
    at: (school) => `/classes/${school.class('kindergarten')}/hand-over`,
    shows: 'What Théo makes',
    first: async (page) => {
      await handOver(page)
      await press(page, 'Théo')
      await page.getByLabel('Photo', { exact: true }).waitFor()
    },
  },
  {
    route: '/class-tablet',
    as: ['okafor'],
    at: (school) => `/classes/${school.class('kindergarten')}/hand-over`,
    shows: 'Keep what you made?',
    dialog: 'keep-dialog',
    first: async (page) => {
      await handOver(page)
      await press(page, 'Théo')
      await page.getByLabel('Photo', { exact: true }).setInputFiles(await photo())
      await page.getByRole('button', { name: 'Done' }).waitFor()
      await press(page, 'Not me')
    },
  },
  {
    route: '/class-tablet',
    as: ['okafor'],
    at: (school) => `/classes/${school.class('kindergarten')}/hand-over`,
    shows: 'Take it back',
    dialog: 'take-back-dialog',
    first: async (page) => {
      await handOver(page)
      await press(page, 'For the teacher')
    },
  },
]

/** With a session of its own, because that session is good for nothing else afterwards. */
async function handOver(page: Page): Promise<void> {
  const address = page.url()
  await page.context().clearCookies()
  await page.goto(new URL('/sign-in', address).href)
  await typeKeys(page, 'okafor')
  await page.waitForURL(/\/today/)
  await page.goto(address)
  await press(page, /^Hand the/)
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
}

import { photo } from '../support/stage.ts'
import type { PageRow } from './page-row.ts'

/** What a teacher does for a whole class at once. */
export const classPages: readonly PageRow[] = [
  {
    route: '/classes/:id/stack',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/stack`,
    shows: 'Whose is this?',
  },
  {
    route: '/classes/:id/stack',
    as: ['rivera', 'dubois'],
    at: (school) => `/classes/${school.class('division-3')}/stack`,
    shows: 'Whose is this?',
    first: async (page) => {
      await page.getByLabel(/Choose photos/).setInputFiles([await photo(), await photo('#97431a')])
      await page.getByRole('checkbox', { name: /^Noor Haddad/ }).click()
      await page.getByRole('checkbox', { name: /^Wren Prince/ }).waitFor()
    },
  },
  {
    route: '/classes/:id/stack',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/stack`,
    shows: 'Whose is this?',
    first: async (page) => {
      await page.getByLabel(/Choose photos/).setInputFiles([await photo(), await photo('#97431a')])
      await page.getByRole('checkbox', { name: /^Noor Haddad/ }).click()
      await page.getByRole('button', { name: 'Review' }).click()
      await page.getByRole('button', { name: /^File/ }).waitFor()
    },
  },
]

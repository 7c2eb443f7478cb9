import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { photograph, place } from '../support/paper-photo.ts'
import { type PageRow, press } from './page-row.ts'

/** Paper with codes, and stacks of it. */
export const paperPages: readonly PageRow[] = [
  {
    route: '/classes/:id/papers',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/papers`,
    shows: 'Paper with codes',
    first: (page) => page.getByRole('img', { name: 'Sheet for Mika L.' }).waitFor(),
  },
  {
    route: '/classes/:id/papers',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/papers`,
    shows: 'Paper with codes',
    first: async (page) => {
      await page.getByRole('radio', { name: /^Stickers/ }).check()
      await page.getByText('For whom: everyone').click()
    },
  },
  {
    route: '/classes/:id/papers',
    as: ['okafor'],
    at: (school) => `/classes/${school.class('kindergarten')}/papers`,
    shows: 'Paper with codes',
  },
  {
    route: '/classes/:id/stack',
    as: ['okafor'],
    at: (school) => `/classes/${school.class('kindergarten')}/stack`,
    shows: 'File a stack of paper',
  },
  {
    route: '/classes/:id/stack',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/stack`,
    shows: '1 page',
    first: lookAtPage,
  },
  {
    route: '/classes/:id/stack',
    as: ['rivera'],
    at: (school) => `/classes/${school.class('division-3')}/stack`,
    shows: 'Page 1',
    dialog: 'page-dialog',
    first: async (page) => {
      await lookAtPage(page)
      await press(page, 'Edit the picture')
    },
  },
  {
    route: '/stack',
    as: ['mika'],
    shows: 'Throw the stack away',
    dialog: 'stack-desk',
    first: async (page) => {
      await lookAtPage(page)
      await press(page, 'Throw the stack away')
    },
  },
  { route: '/stack', as: ['theo', 'mika', 'jonas'], shows: /^(From paper|My page)$/ },
  {
    route: '/paper/:id',
    as: ['rivera', 'mika'],
    at: (school) => `/paper/${school.paper}`,
    shows: /paper$/,
  },
]

let taken: Promise<Buffer> | undefined

/** A page without a code, so that everything is asked. */
async function lookAtPage(page: Page): Promise<void> {
  taken ??= takeBarePage()
  const photo = { name: 'page.jpg', mimeType: 'image/jpeg', buffer: await taken }
  await page.getByLabel(/^Choose photos/).setInputFiles(photo)
  await page.getByRole('img', { name: 'Page 1, straightened' }).waitFor()
}

function takeBarePage(): Promise<Buffer> {
  const sheet = photograph([], { width: 300, height: 420, table: [250, 250, 248], noise: 3 })
  const corners = place(sheet, { x: 300, y: 400, across: 400, turned: 6 })
  const { width, height, data } = photograph([{ page: sheet, corners }], { width: 600, height: 800 })
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .jpeg()
    .toBuffer()
}

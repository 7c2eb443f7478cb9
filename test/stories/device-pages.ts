import type { Page } from 'playwright-core'
import { choosePieceTool } from './doings.ts'
import { type PageRow, press } from './page-row.ts'

/** What waits on a device, and what one does with it. */
export const devicePages: readonly PageRow[] = [
  { route: '/on-this-device', as: ['theo', 'mika', 'rivera', 'amara'], shows: /^On this/ },
  {
    route: '/on-this-device',
    as: ['theo', 'mika'],
    at: () => '/work/new',
    shows: '1 thing is waiting',
    first: async (page) => {
      await keepWithoutNetwork(page)
      await page.getByRole('link', { name: 'See what is waiting' }).click()
    },
  },
  {
    route: '/on-this-device',
    as: ['mika'],
    at: () => '/work/new',
    shows: 'Take this away for good?',
    dialog: 'discard-dialog',
    first: async (page) => {
      await keepWithoutNetwork(page)
      await page.getByRole('link', { name: 'See what is waiting' }).click()
      await choosePieceTool(page, 'Do not send')
    },
  },
  {
    route: '/work/new',
    as: ['theo', 'mika'],
    shows: '1 thing has not arrived yet',
    dialog: 'leaving-dialog',
    first: async (page) => {
      await keepWithoutNetwork(page)
      await page.locator('header summary').click()
      await press(page, 'Sign out')
    },
  },
]

/** A line on which pages still come and nothing that is sent gets through. */
async function keepWithoutNetwork(page: Page): Promise<void> {
  await page.context().route('**/api/**', (route) => {
    return route.request().method() === 'GET' ? route.continue() : route.abort()
  })
  await page.getByRole('button', { name: /^Write/ }).click()
  await page.getByLabel('Your words').fill('Ice sings when it is new.')
  await press(page, 'Save')
  await page.waitForURL(/\/pieces\//)
}

import type { Page } from 'playwright-core'
import { typeKeys } from './doings.ts'
import type { Furnished } from './furnished.ts'
import { type PageRow, press } from './page-row.ts'

const cards = (school: Furnished) => `/classes/${school.class('kindergarten')}/cards`

/** Cards for those who do not type yet, and the door at which they are shown. */
export const cardPages: readonly PageRow[] = [
  { route: '/classes/:id/cards', as: ['okafor'], at: cards, shows: /^(Sign-in cards|Cartes pour)/ },
  { route: '/classes/:id/cards', as: ['okafor'], at: cards, shows: 'Sign-in cards', first: makeCards },
  {
    route: '/classes/:id/home-cards',
    as: ['okafor'],
    at: (school) => `/classes/${school.class('kindergarten')}/home-cards`,
    shows: /^(Cards for home|Cartes pour la maison)/,
  },
  { route: '/class-sign-in', as: ['nobody'], shows: 'Class sign-in' },
  {
    route: '/class-sign-in',
    as: ['okafor'],
    at: cards,
    shows: 'Show your card',
    first: (page) => putAtDoor(page).then(() => undefined),
  },
  {
    route: '/class-sign-in',
    as: ['okafor'],
    at: cards,
    shows: /^(Hello|Bonjour)/,
    first: async (page) => {
      const code = await putAtDoor(page)
      await page.locator('[name=code]').fill(code)
      await page.locator('form').getByRole('button').click()
      await page.getByRole('button', { name: 'Snail' }).waitFor()
    },
  },
]

async function makeCards(page: Page): Promise<void> {
  const make = page.getByRole('button', { name: /^Make/ })
  const print = page.getByRole('button', { name: 'Print the cards' })
  await make.or(print).first().waitFor()
  if (await make.isVisible()) await make.click()
  await print.waitFor()
}

/** With a session of its own, because putting the device there ends it; answers the first card's code. */
async function putAtDoor(page: Page): Promise<string> {
  const address = page.url()
  await page.context().clearCookies()
  await page.goto(new URL('/sign-in', address).href)
  await typeKeys(page, 'okafor')
  await page.waitForURL(/\/today/)
  await page.goto(address)
  await makeCards(page)
  const printed = await page.locator('main svg[data-layout] text').allTextContents()
  await press(page, /^Put this/)
  await page.waitForURL(/\/class-sign-in/)
  await page.getByRole('heading', { name: 'Show your card' }).waitFor()
  return printed.find((words) => /^[0-9A-Z]{4} [0-9A-Z]{4}$/.test(words)) ?? ''
}

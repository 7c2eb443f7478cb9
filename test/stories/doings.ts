import type { Locator, Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import { castMember } from '../support/cast.ts'
import { photo } from '../support/stage.ts'
import { arrived } from './kept-here.ts'

/** What people do again and again in the stories, in their words. */

/** Waits until a person would see it; if they never do, tells what they see instead. */
export async function see(...places: readonly Locator[]): Promise<void> {
  for (const place of places) {
    const never = await said(place)
      .first()
      .waitFor({ state: 'visible' })
      .catch((error: unknown) => error)
    if (never) throw new Error(`Not seen: ${String(place)}\n${await sight(place.page())}`)
  }
}

/** Words still in the field where they were typed are not kept yet, so they are not what was looked for. */
function said(place: Locator): Locator {
  const byWords = /getByText\([^()]*\)(\.first\(\))?$/.test(String(place))
  return byWords ? place.and(place.page().locator(':not(textarea)')) : place
}

async function sight(page: Page): Promise<string> {
  return `At ${page.url()} there is:\n${await page.locator('body').ariaSnapshot()}`
}

export async function typeKeys(page: Page, key: string, password = demoPassword): Promise<void> {
  await page.getByLabel('Name you sign in with').fill(castMember(key).username ?? '')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Where a phone's camera hands its picture over. */
export async function takePhoto(page: Page, taken?: Awaited<ReturnType<typeof photo>>): Promise<void> {
  const camera = page.getByLabel(/^(Take a photo|Photo)$/)
  await camera.setInputFiles(taken ?? (await photo()))
}

export async function writeWords(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: /^(Write|Words)$/ }).click()
  await page.getByLabel('Your words').last().fill(words)
}

/** Saves new work and answers its id, from the address it is now found at, once it has arrived. */
export async function save(page: Page): Promise<string> {
  const id = await keep(page)
  await arrived(page)
  return id
}

/** As `save`, where there is no network or a bad one. */
export async function keep(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  return pieceHere(page)
}

export async function pieceHere(page: Page): Promise<string> {
  await page.waitForURL(/\/pieces\/[0-9a-f-]{36}(\?.*)?$/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** What is folded away behind "More" on the page of a piece. */
export async function choosePieceTool(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('main summary').filter({ hasText: 'More' }).first().click()
  await page.locator('main details').getByRole('button', { name }).click()
}

/** What is folded away on the wall of a class. */
export async function chooseForClass(page: Page, name: string): Promise<void> {
  await page.locator('summary').filter({ hasText: 'More for this class' }).click()
  await page.getByRole('link', { name }).click()
}

export const action = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name })
export const way = (page: Page | Locator, name: string | RegExp) => page.getByRole('link', { name })
export const heading = (page: Page | Locator, name: string | RegExp) => page.getByRole('heading', { name })

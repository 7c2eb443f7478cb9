import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetCollection } from '../../src/collections/contract.ts'
import { openBrowser } from '../support/chromium.ts'
import { findAxeViolations } from '../support/axe.ts'
import { choosing, collect } from '../support/collecting.ts'
import { hangDemoWorks } from '../support/hanging.ts'
import { addPiece } from '../support/making.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see } from './doings.ts'
import { writtenDown } from './kept-here.ts'

let stage: Stage
let strangers: Browser
beforeAll(async () => {
  stage = await openStage()
  await hangDemoWorks(stage.school, { jonas: ['Glass lamp', 'Lab: how heat moves through glass'] })
  strangers = await openBrowser({ devices: false })
})
afterAll(async () => {
  await strangers?.close()
  await stage?.close()
})

/** A guest with another browser, no account and no scripts. */
async function guest(path: string, locale = 'en-CA'): Promise<Page> {
  const context = await strangers.newContext({
    javaScriptEnabled: false,
    locale,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto(path)
  return page
}

const linkOn = async (page: Page) => {
  const link = page.getByRole('link', { name: /\/guest\// })
  await see(link)
  return (await link.getAttribute('href')) ?? ''
}

let link = ''

test('Jonas chooses his lamp, says why, and asks to open it to guests until midnight', async () => {
  const jonas = await stage.device('jonas', phone)
  await jonas.goto(`${stage.origin}/collections`)
  await action(jonas, 'Begin a collection').click()
  await jonas.getByLabel('What is it called?').fill('What light needs')
  await jonas.getByLabel('Who I am as a learner').fill('I break things until they work.')
  await action(jonas, /^Add work/).click()
  await jonas.getByRole('checkbox', { name: 'Glass lamp' }).check()
  await jonas.getByRole('checkbox', { name: /^Lab/ }).check()
  await action(jonas, 'Add 2 works').click()
  await jonas
    .getByLabel('Why I chose this')
    .first()
    .fill('Five versions, and I can say what each one taught me.')
  await jonas.getByText('What comes along').first().click()
  await jonas.getByRole('checkbox', { name: /Show all attempts/ }).check()
  await action(jonas, /^Up\W+Lab/).click()
  await action(jonas, /^Down\W+Lab/).click()
  await action(jonas, 'Save').click()
  await see(jonas.getByText('Saved', { exact: true }))
  await jonas.getByRole('radio', { name: 'Showcase' }).check()
  await jonas.getByLabel('Until which day?').fill('2026-11-24')
  await action(jonas, 'Ask to open it').click()
  await see(jonas.getByText('A teacher is still to agree'))
})

test('Mr. Halvorsen looks at the very page, and agrees', async () => {
  const teacher = await stage.device('halvorsen', desk)
  await teacher.goto(`${stage.origin}/collections`)
  await see(teacher.getByText('would like to open “What light needs”'))
  const look = teacher.getByRole('link', { name: 'Look at the page as a stranger would' })
  const [preview] = await Promise.all([teacher.context().waitForEvent('page'), look.click()])
  await see(
    preview.getByText('A preview.'),
    heading(preview, 'What light needs'),
    preview.getByText('Jonas W.'),
  )
  await action(teacher, 'I agree, as a teacher').click()
  link = await linkOn(teacher)
})

test('a guest reads the page in another browser without a script, and every picture is there', async () => {
  const page = await guest(link)
  await see(
    heading(page, 'What light needs'),
    page.getByText('Jonas W.'),
    page.getByText('Five versions, and I can say'),
  )
  await see(heading(page, 'Glass lamp'), page.getByText('I break things until they work.'))
  await expect.poll(() => page.locator('img').count()).toBeGreaterThan(1)
  const first = await page.request.get(
    new URL((await page.locator('img').first().getAttribute('src')) ?? '', link).href,
  )
  expect([first.status(), first.headers()['content-type']?.startsWith('image/')]).toEqual([200, true])
  expect((await page.textContent('body'))?.includes('Weatherby')).toBe(false)
  await page.getByRole('link', { name: 'Français' }).click()
  await see(page.getByText('Pourquoi j’ai choisi ce travail').first())
})

test('it is for everybody: on a phone and a desk, light and dark, on paper, and nothing moves while it loads', async () => {
  const context = await strangers.newContext({ locale: 'en-CA' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.addInitScript(`window.shifted = 0; new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.shifted += one.value }).observe({ type: 'layout-shift', buffered: true })`)
  await page.goto(link)
  for (const width of [390, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 850 })
      await page.emulateMedia({ colorScheme })
      expect(await findAxeViolations(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
  }
  await page.goto(link)
  await page.evaluate('scrollTo(0, document.body.scrollHeight)')
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate('window.shifted')).toBeLessThan(0.01)
  await page.emulateMedia({ media: 'print' })
  expect(await findAxeViolations(page)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('what Jonas arranges on the bus is still there after a reload, and arrives by itself in order', async () => {
  const piece = await addPiece(stage.school, 'jonas')
  const id = await collect(stage.school, 'jonas', choosing({ pieceId: piece.id }))
  const page = await stage.device('jonas', phone)
  await page.goto(`${stage.origin}/collections/${id}`)
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await page.reload()
  await see(page.getByLabel('Why I chose this'))
  await page.context().setOffline(true)
  for (const [label, words] of [
    ['Why I chose this', 'Said on the bus.'],
    ['What is it called?', 'From the bus'],
  ] as const) {
    await page.getByLabel(label).fill(words)
    await see(page.getByText('Kept on this device, not saved yet'))
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await see(page.getByText('Saved', { exact: true }))
  }
  await writtenDown(page)
  await page.reload()
  await see(page.getByLabel('What is it called?'))
  expect(await page.getByLabel('What is it called?').inputValue()).toBe('From the bus')
  await page.context().setOffline(false)
  const arrived = async () => {
    const { body } = await stage.school.as('jonas').ask(GetCollection, { params: { id } })
    return [body.revision, body.content.title, body.content.sections[0]?.choices[0]?.why]
  }
  await expect.poll(arrived).toEqual([3, 'From the bus', 'Said on the bus.'])
})

test('at midnight the link ends for the guest who still has it open, and tells nothing any more', async () => {
  const page = await guest(link)
  await see(heading(page, 'What light needs'))
  stage.school.clock.now = new Date('2026-11-25T08:00:01Z')
  await page.reload()
  await see(heading(page, 'This page has closed'))
  expect(await page.textContent('body')).not.toMatch(/Jonas|light/)
  const desktop = await strangers.newContext()
  const checked = await desktop.newPage()
  await checked.goto(link)
  expect(await findAxeViolations(checked)).toEqual([])
  await desktop.close()
})

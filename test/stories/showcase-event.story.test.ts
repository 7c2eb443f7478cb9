import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAxeViolations } from '../support/axe.ts'
import { openBrowser } from '../support/chromium.ts'
import { hangDemoWorks } from '../support/hanging.ts'
import { classOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, chooseForClass, heading, see, way } from './doings.ts'

let stage: Stage
let strangers: Browser
let talkers: Browser | undefined
beforeAll(async () => {
  stage = await openStage()
  await hangDemoWorks(stage.school, { jonas: ['Glass lamp'] })
  strangers = await openBrowser({ devices: false })
})
afterAll(async () => {
  await strangers?.close()
  await talkers?.close()
  await stage?.close()
})

/** A grandmother with a phone, no account and no scripts. */
async function guest(path: string): Promise<Page> {
  const context = await strangers.newContext({
    javaScriptEnabled: false,
    locale: 'en-CA',
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto(path)
  return page
}

let teacher: Page
let jonas: Page
let visitor: Page
let address = ''
let pass = ''

test('Mr. Halvorsen plans an evening from the page of his class, with places on a map', async () => {
  teacher = await stage.device('halvorsen', desk)
  await teacher.goto(`${stage.origin}/classes/${classOf('morning')}`)
  await chooseForClass(teacher, 'Showcase events')
  await way(teacher, 'Plan a showcase event').click()
  await teacher.getByLabel('What is it called?').fill('Night of light')
  await teacher.getByLabel('Day', { exact: true }).fill('2026-11-24')
  await action(teacher, 'Add a place').click()
  await teacher.getByLabel('Place 1').fill('Gym')
  await action(teacher, 'Add a place').click()
  await teacher.getByLabel('Place 2').fill('Studio')
  await teacher.locator('summary').filter({ hasText: 'Map for visitors' }).click()
  await action(teacher, 'row 2, field 3').click()
  await action(teacher, 'Open it to the classes').click()
  await see(heading(teacher, 'Night of light'), teacher.getByText('Nobody has said yes so far'))
  address = teacher.url()
})

test('Jonas finds it on his page, says yes with his lamp in his own words, and his teacher agrees', async () => {
  jonas = await stage.device('jonas', phone)
  await jonas.goto(stage.origin)
  await way(jonas, /Night of light/).click()
  await jonas.getByLabel('What shall stand on your placard?').fill('What light needs')
  await jonas.getByRole('radio', { name: /^One work/ }).check()
  await jonas.getByLabel('Which one?').selectOption({ label: 'Glass lamp' })
  await jonas.getByLabel('Why I chose this').fill('It broke four times, and I know why.')
  await action(jonas, 'Yes, I take part').click()
  await see(
    jonas.getByText('a teacher is still to agree'),
    jonas.getByText('A teacher reads the words for your placard before guests do.'),
  )
  await teacher.goto(`${stage.origin}/collections`)
  await action(teacher, 'I agree, as a teacher').click()
  await see(teacher.getByText('Open', { exact: true }))
  await teacher.goto(address)
  const stand = teacher.getByRole('listitem', { name: 'Jonas Weatherby' })
  await stand.getByLabel('Place').selectOption({ label: 'Gym' })
  await see(stand.getByText('Saved', { exact: true }))
})

test('he leaves and comes back with another title, which his teacher reads before guests do', async () => {
  await jonas.reload()
  await see(jonas.getByText('Guests can see your work on the day.'))
  await action(jonas, 'Not take part after all').click()
  await action(jonas, 'Yes, I leave').click()
  await jonas.getByLabel('What shall stand on your placard?').fill('Ask me why it broke')
  await action(jonas, 'Yes, I take part').click()
  await see(jonas.getByText('A teacher reads the words for your placard before guests do.'))
  await teacher.reload()
  const stand = teacher.getByRole('listitem', { name: 'Jonas Weatherby' })
  await action(stand, /^Let guests read this title/).click()
  await expect.poll(() => action(stand, /^Let guests read this title/).count()).toBe(0)
})

test('a guest without a script finds him on the map, reads, and hands in a slip; scripts in it are words', async () => {
  await teacher.reload()
  const link = way(teacher, /\/guest\/event\//)
  await see(link)
  pass = (await link.getAttribute('href')) ?? ''
  visitor = await guest(pass)
  await see(heading(visitor, 'Night of light'))
  await visitor.getByRole('navigation', { name: 'Map for visitors' }).getByText('Gym').click()
  await way(visitor, /Ask me why it broke/).click()
  await see(visitor.getByText('It broke four times, and I know why.'), visitor.getByText('Jonas W.').first())
  await way(visitor, 'Leave Jonas W. a few kind words').click()
  await visitor.getByLabel('Your words').fill('<b>I saw the crack</b>, and that you kept it.')
  await visitor.getByLabel('From (if you like)').fill('Margit')
  await action(visitor, 'Hand it in').click()
  await see(heading(visitor, 'Thank you'))
})

test('his teacher passes it on, Jonas reads it and thanks, and the guest reads that', async () => {
  await jonas.reload()
  await see(jonas.getByText(/^Nothing yet. A teacher reads, hears or sees/))
  await teacher.goto(`${stage.origin}/today`)
  await way(teacher, 'Night of light: one slip to read').click()
  await see(teacher.getByText('<b>I saw the crack</b>, and that you kept it.'))
  await teacher.getByRole('button', { name: 'Pass on', exact: true }).click()
  await see(teacher.getByText('No slip waits for you'))
  await jonas.reload()
  await see(jonas.getByText('<b>I saw the crack</b>, and that you kept it.'), jonas.getByText(/From Margit/))
  await jonas.getByLabel('Your thanks').fill('You looked closely. Thank you.')
  await action(jonas, 'Hand in my thanks').click()
  await see(jonas.getByText(/a teacher has still to read it/))
  await teacher.reload()
  await action(teacher, 'Let guests read it').click()
  await see(teacher.getByText(/guests can read it/))
  await visitor.goto(pass)
  await see(visitor.getByText('You looked closely. Thank you.'))
})

test('a guest with a telephone that records says something and draws something, and loses nothing to a lost network', async () => {
  talkers = await openBrowser({ devices: true })
  const context = await talkers.newContext({ locale: 'en-CA', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${await stands()}/slip`)
  expect(await page.getByLabel('Or add a recording').isVisible()).toBe(false)
  await page.getByLabel('Your words').fill('Listen:')
  await action(page, 'Speak').click()
  await see(page.getByText(/^[1-9] of 60 seconds/))
  await action(page, 'Stop').click()
  await see(page.getByLabel('What you said'), action(page, 'Record it again'))
  expect(await findAxeViolations(page)).toEqual([])
  await context.setOffline(true)
  await action(page, 'Hand it in').click()
  await see(page.getByRole('alert').filter({ hasText: 'All of it is still here' }))
  await context.setOffline(false)
  await action(page, 'Hand it in').click()
  await see(heading(page, 'Thank you'))
  await page.goto(`${await stands()}/slip`)
  await action(page, 'Draw').click()
  await action(page, 'Red').click()
  await draw(page)
  expect(await findAxeViolations(page)).toEqual([])
  await page.getByLabel('From (if you like)').fill('Theo')
  await action(page, 'Hand it in').click()
  await see(heading(page, 'Thank you'))
  await context.close()
})

/** Two lines, of which the second is taken back. */
async function draw(page: Page): Promise<void> {
  const paper = page.getByRole('img', { name: 'Paper to draw on' })
  await paper.scrollIntoViewIfNeeded()
  const box = await paper.boundingBox()
  if (!box) throw new Error('there is no paper')
  for (const down of [40, 120]) {
    await page.mouse.move(box.x + 30, box.y + down)
    await page.mouse.down()
    await page.mouse.move(box.x + 200, box.y + down + 60, { steps: 5 })
    await page.mouse.up()
  }
  await action(page, 'Undo the last line').click()
}

test('his teacher hears it, writes down what is said and looks, then Jonas hears and sees it', async () => {
  await teacher.goto(`${stage.origin}/today`)
  await way(teacher, 'Night of light: 2 slips to read').click()
  const spoken = teacher.getByRole('listitem').filter({ hasText: 'Listen:' })
  await see(spoken.getByLabel('A voice, without a name'))
  await spoken.locator('summary').filter({ hasText: 'Write down what is said' }).click()
  await spoken.getByLabel('What is said').fill('Your lamp stays with me.')
  await action(spoken, 'Keep these words').click()
  await see(spoken.getByText(/written down by Bjørn Halvorsen/))
  await action(spoken, /^Pass on/).click()
  const drawn = teacher.getByRole('listitem').filter({ hasText: 'From Theo' })
  await see(drawn.getByRole('img', { name: 'A drawing, Theo' }))
  await action(drawn, /^Pass on/).click()
  await see(teacher.getByText('No slip waits for you'))
  await jonas.reload()
  await see(
    jonas.getByLabel('A voice, without a name'),
    jonas.getByText('Your lamp stays with me.'),
    jonas.getByRole('img', { name: 'A drawing, Theo' }),
  )
})

test('the guests’ pages are for everybody, on a phone and a desk, light and dark, and on paper', async () => {
  const context = await strangers.newContext({ locale: 'en-CA' })
  const page = await context.newPage()
  for (const path of [pass, `${await stands()}`, `${await stands()}/slip`]) {
    await page.goto(path)
    for (const width of [390, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 850 })
        await page.emulateMedia({ colorScheme })
        expect(await findAxeViolations(page)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      }
    }
  }
  await context.close()
})

const stands = async () => {
  await visitor.goto(pass)
  return new URL((await way(visitor, /Ask me why it broke/).getAttribute('href')) ?? '', pass).href.split(
    '?',
  )[0]
}

test('at midnight the pass has ended for who still holds it, and tells nothing any more', async () => {
  await visitor.goto(pass)
  stage.school.clock.now = new Date('2026-11-25T08:00:01Z')
  await visitor.reload()
  await see(heading(visitor, 'The event is over'))
  expect(await visitor.textContent('body')).not.toMatch(/Jonas|light|Gym/)
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { encode } from 'uqr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOfCode, type Picture } from '../../src/cards/card.ts'
import { ListCards } from '../../src/cards/contract.ts'
import { GetMe } from '../../src/people/contract.ts'
import { cardOf, cardsOf } from '../support/carding.ts'
import { openBrowser } from '../support/chromium.ts'
import { classOf, idOf } from '../support/school.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { action, chooseForClass, heading, see, typeKeys } from './doings.ts'

/** Scene 4: 22 five-year-olds go from a cart of tablets to the camera in two minutes with cards. */
let stage: Stage
let tablet: Page
let seeing: Browser | undefined
const folder = mkdtempSync(join(tmpdir(), 'cairn-camera-'))
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await seeing?.close()
  await stage?.close()
  rmSync(folder, { recursive: true, force: true })
})

const names = (picture: Picture) => picture.slice(0, 1).toUpperCase() + picture.slice(1)
const door = () => heading(tablet, 'Show your card')
/** Some of them read French, and the tablet does not make the next one do so. */
const capture = (page: Page) => heading(page, /^(Add|Ajouter)/)

async function putAtDoor(page: Page): Promise<void> {
  await page.goto(`${stage.origin}/sign-in`)
  await typeKeys(page, 'okafor')
  await see(heading(page, 'Today'))
  await page.goto(`${stage.origin}/classes/${classOf('kindergarten')}`)
  await chooseForClass(page, 'Cards to sign in')
  const make = action(page, /^Make/)
  await see(make.or(action(page, 'Print the cards')))
  if (await make.isVisible()) await make.click()
  await see(action(page, 'Print the cards'))
  await action(page, /^Put this/).click()
  await see(heading(page, 'Show your card'))
}

async function comeIn(code: string, picture: Picture): Promise<void> {
  await tablet.getByLabel(/^Or type the letters/).fill(code)
  await action(tablet, 'Use these letters').click()
  await tablet.getByRole('button', { name: names(picture), exact: true }).click()
  await see(capture(tablet))
}

async function leave(name: string): Promise<void> {
  await tablet.locator('header summary').filter({ hasText: name }).click()
  await action(tablet, /^(Sign out|Me déconnecter)/).click()
  await see(door())
}

test('Ms. Okafor makes the cards and puts a tablet at the door of her class', async () => {
  tablet = await stage.device(null)
  await putAtDoor(tablet)
  const { devices } = await cardsOf(stage.school)
  expect(devices).toHaveLength(1)
  // wherever one goes on it, there is the door
  for (const path of ['/', '/today', '/sign-in', `/classes/${classOf('kindergarten')}/cards`]) {
    await tablet.goto(stage.origin + path)
    await see(door())
  }
})

test('the whole class comes to the camera one after the other, faster than two minutes for 22', async () => {
  const { learners } = await cardsOf(stage.school)
  const started = Date.now()
  for (const { id, name, card } of learners) {
    if (!card) throw new Error(`${name} has no card`)
    await comeIn(card.code, card.picture)
    const me = await tablet.evaluate(async () => (await (await fetch('/api/me')).json()) as { id: string })
    expect(me.id).toBe(id)
    await leave(name.split(' ')[0] ?? '')
  }
  const each = (Date.now() - started) / learners.length
  console.info(`${learners.length} children on one tablet, ${Math.round(each)} ms each`)
  expect(each).toBeLessThan(120_000 / 22)
})

test('nothing of a child is left for the next one: no session, no open key, no page to go back to', async () => {
  const card = await cardOf(stage.school, 'theo')
  await comeIn(card.code, card.picture)
  await leave('Théo')
  expect(await tablet.evaluate(async () => (await fetch('/api/me')).status)).toBe(401)
  const open = await tablet.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('cairn')
        opening.onsuccess = () => {
          const kept = opening.result
          if (!kept.objectStoreNames.contains('here')) return resolve(0)
          const count = kept.transaction('here').objectStore('here').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )
  expect(open).toBe(0)
  await tablet.goBack()
  await see(door())
  expect(await tablet.getByText('Théo').count()).toBe(0)
})

test('another picture than the child’s does not open, and a lost card is dead after one press', async () => {
  const card = await cardOf(stage.school, 'theo')
  await tablet.getByLabel(/^Or type the letters/).fill(card.code)
  await action(tablet, 'Use these letters').click()
  await see(heading(tablet, 'Hello, Théo'))
  await action(tablet, card.picture === 'sun' ? 'Moon' : 'Sun').click()
  await see(tablet.getByText(/^That is not the picture/))
  const teacher = await stage.device('okafor')
  await teacher.goto(`${stage.origin}/classes/${classOf('kindergarten')}/cards`)
  await action(teacher, /^Lost: new card for Théo/).click()
  await see(teacher.getByText(/^The old card is dead/))
  await action(tablet, 'That is not me').click()
  await tablet.getByLabel(/^Or type the letters/).fill(card.code)
  await action(tablet, 'Use these letters').click()
  await see(tablet.getByText(/^This is no card of this class/))
})

test('a card that is held up to the camera is read', async () => {
  const { code, picture } = await cardOf(stage.school, 'theo')
  const film = join(folder, 'card.y4m')
  writeFileSync(film, filmOf(addressOfCode(stage.origin, code)))
  seeing = await openBrowser({ devices: true, camera: film })
  const page = await (await seeing.newContext({ locale: 'en-CA', reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(20_000)
  await putAtDoor(page)
  await see(heading(page, 'Hello, Théo'))
  await page.getByRole('button', { name: names(picture), exact: true }).click()
  await see(capture(page))
  const asked = await page.evaluate(async () => (await (await fetch('/api/me')).json()) as { id: string })
  expect(asked.id).toBe(idOf('theo'))
  expect(
    (await stage.school.as('okafor').ask(ListCards, { params: { id: classOf('kindergarten') } })).status,
  ).toBe(200)
  expect((await stage.school.as('theo').ask(GetMe)).status).toBe(200)
})

/** What a camera sees of a card: a white film with its code in the middle (YUV4MPEG2, ten pictures). */
function filmOf(text: string): Buffer {
  const [width, height, size] = [640, 480, 8]
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const light = Buffer.alloc(width * height, 235)
  const [left, top] = [(width - data.length * size) / 2, (height - data.length * size) / 2].map(Math.round)
  for (const [y, line] of data.entries())
    for (const [x, dark] of line.entries()) {
      const from = ((top ?? 0) + y * size) * width + (left ?? 0) + x * size
      if (dark)
        for (let row = 0; row < size; row += 1) light.fill(16, from + row * width, from + row * width + size)
    }
  const color = Buffer.alloc((width * height) / 2, 128)
  const picture = Buffer.concat([Buffer.from('FRAME\n'), light, color])
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`)
  return Buffer.concat([head, ...Array.from({ length: 10 }, () => picture)])
}

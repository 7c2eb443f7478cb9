import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Picture } from '../../src/cards/card.ts'
import { printedCards, writeCardFilm } from '../support/card-film.ts'
import { cardOf, cardsOf } from '../support/carding.ts'
import { classOf } from '../support/school.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { action, chooseForClass, heading, see, typeKeys } from './doings.ts'

/** Scene 4: 22 five-year-olds go from a cart of tablets to the camera in two minutes with cards. */
let stage: Stage
let tablet: Page
let printed: Map<string, Buffer>
const folder = mkdtempSync(join(tmpdir(), 'cairn-camera-'))
const film = join(folder, 'seen.mjpeg')
beforeAll(async () => {
  await writeCardFilm(film, [{}])
  stage = await openStage({ camera: film })
})
afterAll(async () => {
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
  printed = await printedCards(page)
  await action(page, /^Put this/).click()
  await see(heading(page, 'Show your card'))
}

async function comeIn(code: string, picture: Picture): Promise<void> {
  await tablet.getByLabel(/^Or type the letters/).fill(code)
  await action(tablet, 'Use these letters').click()
  await tapPicture(picture)
}

async function tapPicture(picture: Picture): Promise<void> {
  await tablet.getByRole('button', { name: names(picture), exact: true }).click()
  await see(capture(tablet))
}

/** A hand brings the printed card into the dim picture, too fast to be read at first, and never quite still. */
async function holdUp(code: string): Promise<void> {
  const card = printed.get(code)
  if (!card) throw new Error(`no card says ${code}`)
  await writeCardFilm(film, [
    { held: [{ card, at: [0.05, 0.9], turned: 40 }], shaken: 6, light: 0.6 },
    { held: [{ card, at: [0.35, 0.6], turned: 20, tipped: 30 }], shaken: 4, light: 0.6 },
    { held: [{ card, at: [0.46, 0.52], turned: 12, tipped: 25 }], light: 0.6 },
  ])
}

/** The page as it is after it was left: whoever comes next begins with a camera that was off. */
const lookAnew = () => tablet.goto(`${stage.origin}/class-sign-in`)
const lights = () =>
  tablet.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject
    return stream instanceof MediaStream
      ? stream.getTracks().filter((one) => one.readyState === 'live').length
      : 0
  })

async function leave(name: string): Promise<void> {
  await tablet.locator('header summary').filter({ hasText: name }).click()
  await action(tablet, /^(Sign out|Me déconnecter)/).click()
  // whoever waits in line may be read before anybody sees the door
  await see(door().or(heading(tablet, /^(Hello|Bonjour)/)))
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
  for (const [place, { id, name, card }] of learners.entries()) {
    if (!card) throw new Error(`${name} has no card`)
    // one waits in line already while another taps; the first comes to a tablet that lay there
    await holdUp(card.code)
    if (place === 0) await lookAnew()
    else await leave(learners[place - 1]?.name.split(' ')[0] ?? '')
    await see(heading(tablet, /^Hello/))
    expect(await lights()).toBe(0)
    await tapPicture(card.picture)
    const me = await tablet.evaluate(async () => (await (await fetch('/api/me')).json()) as { id: string })
    expect(me.id).toBe(id)
  }
  await writeCardFilm(film, [{}])
  await leave(learners.at(-1)?.name.split(' ')[0] ?? '')
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

test('the camera’s light is out where nobody looks, and whoever has none is told why', async () => {
  await writeCardFilm(film, [{}])
  await lookAnew()
  await expect.poll(lights).toBe(1)
  const hide = (hidden: boolean) =>
    tablet.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  const lookAway = async () => {
    await hide(true)
    await expect.poll(lights).toBe(0)
    await hide(false)
  }
  await lookAway()
  await expect.poll(lights).toBe(1)
  let again = lookAway
  for (const [name, sentence] of [
    ['NotAllowedError', /^The browser may not use the camera/],
    ['NotReadableError', /^The camera is in use elsewhere/],
    ['NotFoundError', /^There is no camera/],
  ] as const) {
    await tablet.evaluate((why) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', why))
    }, name)
    await again()
    await see(tablet.getByText(sentence), action(tablet, 'Try the camera again'))
    again = () => action(tablet, 'Try the camera again').click()
  }
})

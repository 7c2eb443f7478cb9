import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { demoPassword } from '../src/demo/cast-rows.ts'
import { openBadNetwork } from '../test/support/bad-network.ts'
import { openBrowser } from '../test/support/chromium.ts'
import { startCairn } from './cairn-process.ts'
import { median, range } from './figures.ts'
import { remember, temporaryFolder } from './leaving.ts'
import type { Part } from './part.ts'
import type { Figure } from './report.ts'

const stacks = 2
const photosInStack = 100
const disconnections = 20
const times = 9

type Arrived = { names: string[]; seconds: number; cuts: number }

/** What a device does without a network, and what becomes of it on one that breaks again and again. */
export const outbox: Part = {
  name: 'outbox',
  title: 'What waits on a device',
  measure: async ({ say }) => {
    say('Filling a demo to send to; this takes a minute or two …')
    const cairn = await startCairn(join(temporaryFolder(), 'data'), [], 900)
    const network = await openBadNetwork(Number(new URL(cairn.origin).port))
    remember(() => network.close())
    const browser = await openBrowser()
    remember(() => browser.close())
    say('Taking photos without a network …')
    const captures = await measureCapture(browser, network.origin)
    say(`Queueing ${stacks * photosInStack} photos, then sending them over a line that breaks …`)
    const queued = await queue(browser, network.origin)
    const arrived = await sendThrough(queued.page, network, queued.before)
    return { figures: figuresOf(captures, queued.wanted, arrived), details: { captures, arrived } }
  },
}

async function openApp(browser: Browser, origin: string, username: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('Name you sign in with').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  return page
}

/** Milliseconds from the photo in hand to safe on the device, and from "Save" to saved. */
type Capture = { kept: number; saved: number; bytes: number }

/** As somebody sees it: the photo is kept as soon as it is chosen, then the work is saved with it. */
async function measureCapture(browser: Browser, origin: string): Promise<Capture[]> {
  const page = await openApp(browser, origin, 'mika')
  await page.goto(`${origin}/work/new`)
  await page.waitForLoadState('networkidle')
  await page.reload()
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photoOf(2000, 1) }
  const found: Capture[] = []
  for (let time = 0; time <= times; time += 1) {
    await page.goto(`${origin}/work/new`)
    const camera = page.getByLabel(/^(Take a photo|Photo)$/)
    await camera.waitFor({ state: 'attached' })
    await page.evaluate(watchFromChosen)
    await camera.setInputFiles(photo)
    await page.getByText(/^Safe on this/).waitFor()
    await page.waitForFunction(() => document.documentElement.dataset['kept'] !== undefined)
    const kept = await page.evaluate(() => Number(document.documentElement.dataset['kept']))
    const save = page.getByRole('button', { name: 'Save', exact: true })
    await save.waitFor()
    const pressed = performance.now()
    await save.click()
    await page.waitForURL(/\/pieces\//)
    // the first one also fetches what every later one has
    if (time > 0) found.push({ kept, saved: performance.now() - pressed, bytes: photo.buffer.length })
  }
  await page.context().close()
  return found
}

/**
 * Counted by the page itself, from the moment the browser hands it the photo until the words stand there: the
 * tool that stands in for a thumb takes longer to bring a photo into the browser than Cairn takes to keep it.
 */
function watchFromChosen(): void {
  const { dataset } = document.documentElement
  delete dataset['kept']
  const begin = () => {
    const chosen = performance.now()
    const watch = new MutationObserver(() => {
      if (!/Safe on this/.test(document.body.textContent)) return
      watch.disconnect()
      requestAnimationFrame(() => (dataset['kept'] = String(performance.now() - chosen)))
    })
    watch.observe(document.body, { subtree: true, childList: true, characterData: true })
  }
  document.addEventListener('change', begin, { capture: true, once: true })
}

/** Everybody's photo of the day, filed to one learner without a network: each is a post of its own. */
async function queue(browser: Browser, origin: string) {
  const page = await openApp(browser, origin, 'ms-rivera')
  const classes = await read<{ id: string; name: string }[]>(page, '/api/classes')
  const address = `${origin}/classes/${classes[0]?.id}/photos`
  await page.goto(address)
  await page.getByText('Choose photos or a video').waitFor()
  await page.waitForLoadState('networkidle')
  await page.reload()
  await page.waitForLoadState('networkidle')
  const { learners } = await read<{ learners: { id: string; name: string }[] }>(
    page,
    `/api/classes/${classes[0]?.id}/learners`,
  )
  const learner = learners[0]
  if (!learner) throw new Error('the demo class is empty')
  const before = { learnerId: learner.id, had: (await worksOf(page, learner.id)).length }
  await page.context().setOffline(true)
  const wanted: string[] = []
  for (let stack = 0; stack < stacks; stack += 1) {
    const names = Array.from({ length: photosInStack }, (_, at) => nameOf(stack * photosInStack + at))
    await page.goto(address)
    await page.getByLabel('Choose photos or a video').setInputFiles(await photosOf(names))
    await page.getByRole('checkbox', { name: learner.name }).click()
    for (let at = 2; at <= photosInStack; at += 1) {
      await page.getByText(`${at} of ${photosInStack}`, { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Same as last' }).click()
    }
    await page.getByRole('button', { name: `File ${photosInStack} pictures` }).click()
    await page.getByText(`${photosInStack} pictures are kept`).waitFor()
    wanted.push(...names)
  }
  return { page, before, wanted }
}

async function sendThrough(
  page: Page,
  network: Awaited<ReturnType<typeof openBadNetwork>>,
  { learnerId, had }: { learnerId: string; had: number },
): Promise<Arrived> {
  const count = stacks * photosInStack
  const between = Array.from({ length: disconnections }, (_, at) => 400_000 + ((at * 977_317) % 700_000))
  network.cutAfter(...between)
  const begin = performance.now()
  await page.context().setOffline(false)
  const latest = begin + 15 * 60_000
  let names: string[] = []
  while (performance.now() < latest) {
    await page.waitForTimeout(1_000)
    const works = await worksOf(page, learnerId).catch(() => undefined)
    if (works) names = works.slice(had)
    if (names.length >= count && network.cuts() >= disconnections) break
  }
  // whatever would still arrive twice
  await page.waitForTimeout(5_000)
  names = (await worksOf(page, learnerId)).slice(had)
  return { names, seconds: (performance.now() - begin) / 1000, cuts: network.cuts() }
}

/** The files of somebody's work, the oldest first. */
async function worksOf(page: Page, learnerId: string): Promise<string[]> {
  const names: string[] = []
  for (let before: string | null = ''; before !== null; ) {
    const query = before === '' ? '' : `?before=${encodeURIComponent(before)}`
    const answer: { pieces: { cover: { name: string } | null; title: string }[]; next: string | null } =
      await read(page, `/api/learners/${learnerId}/pieces${query}`)
    names.push(...answer.pieces.map(({ cover, title }) => cover?.name ?? title))
    before = answer.next
  }
  return names.reverse()
}

/** Asked past the service worker, which would answer with what was seen before. */
async function read<T>(page: Page, path: string): Promise<T> {
  const { origin } = new URL(page.url())
  const answer = await page.request.get(origin + path)
  if (!answer.ok()) throw new Error(`${path} was answered with ${answer.status()}`)
  return (await answer.json()) as T
}

const nameOf = (at: number) => `photo-${String(at + 1).padStart(3, '0')}.jpg`

async function photosOf(names: readonly string[]) {
  return Promise.all(
    names.map(async (name, at) => ({
      name,
      mimeType: 'image/jpeg',
      buffer: await photoOf(420 + (at % 5) * 60, at + 1),
    })),
  )
}

/** With something on every pixel, so that it weighs what a photo weighs. */
function photoOf(side: number, seed: number): Promise<Buffer> {
  const pixels = Buffer.alloc(side * side * 3)
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = Math.imul(at + seed * 7919, 2_654_435_761) >>> 25
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 86 })
    .toBuffer()
}

function figuresOf(captures: readonly Capture[], wanted: readonly string[], arrived: Arrived): Figure[] {
  const { names, seconds, cuts } = arrived
  const lost = wanted.filter((name) => !names.includes(name)).length
  const inOrder = names.filter((name, at) => name === wanted[at]).length
  return [
    {
      what: 'a photo without a network, from chosen to safe on the device',
      measured: median(captures.map(({ kept }) => kept)),
      unit: 'ms',
      aim: { most: 300 },
      note: `${((captures[0]?.bytes ?? 0) / 1e6).toFixed(1)} MB, ${range(
        captures.map(({ kept }) => kept),
        'ms',
      )}`,
    },
    {
      what: 'work without a network, from "Save" to saved',
      measured: median(captures.map(({ saved }) => saved)),
      unit: 'ms',
      aim: { most: 300 },
      note: range(
        captures.map(({ saved }) => saved),
        'ms',
      ),
    },
    {
      what: `photos in their place, of ${wanted.length} sent with ${cuts} disconnections`,
      measured: inOrder,
      unit: '',
      aim: { least: wanted.length },
      note: `in ${Math.round(seconds)} s`,
    },
    { what: 'photos lost', measured: lost, unit: '', aim: { most: 0 } },
    { what: 'photos doubled', measured: names.length - new Set(names).size, unit: '', aim: { most: 0 } },
  ]
}

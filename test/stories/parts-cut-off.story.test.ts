import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPiece } from '../../src/work/contract.ts'
import { openStage, phone, type Stage } from '../support/stage.ts'
import { save, see, writeWords } from './doings.ts'

let stage: Stage
let mika: Page
const cutOff = new Set<string>()

beforeAll(async () => {
  stage = await openStage()
  mika = await stage.device('mika', { ...phone, serviceWorker: false })
})
afterAll(() => stage?.close())

/** What a page cannot be without: its first script, what that imports at once, and its styles. */
const first =
  /<script[^>]* src="([^"]+)"|<link rel="(?:modulepreload|stylesheet)" crossorigin href="([^"]+)"/g

test('a page whose first script or styles are cut off says so and opens by itself', async () => {
  const html = await (await mika.request.get(`${stage.origin}/index.html`)).text()
  const files = [...html.matchAll(first)].map(([, script, other]) => script ?? other ?? '')
  expect(files).toHaveLength(3)
  for (const file of files) {
    const page = await mika.context().newPage()
    await page.route(`**${file}`, (route) => route.abort('connectionreset'), { times: 1 })
    // it is not opened again before the test has read what it says
    const read = Promise.withResolvers<void>()
    let openings = 0
    await page.route('**/work/new', async (route) => {
      openings += 1
      if (openings > 1) await read.promise
      await route.continue()
    })
    await page.goto(`${stage.origin}/work/new`, { waitUntil: 'commit' })
    const said = page.getByText('The network broke off. Cairn opens again by itself.')
    await see(said)
    read.resolve()
    await said.waitFor({ state: 'detached' })
    await see(page.getByRole('heading', { level: 1 }))
    await page.close()
  }
})

/** What comes with the page opens or does not; every part of the app that is fetched after it is cut off once. */
async function cutPartsOffOnce(page: Page, address: string): Promise<void> {
  const html = await (await page.request.get(stage.origin + address)).text()
  await page.route(/\/assets\//, (route) => {
    const file = new URL(route.request().url()).pathname
    if (html.includes(file) || cutOff.has(file)) return route.continue()
    cutOff.add(file)
    return route.abort('connectionreset')
  })
  await page.goto(stage.origin + address)
}

test('work is saved and shown although every part of the app that this takes was cut off once', async () => {
  await cutPartsOffOnce(mika, '/work/new')
  await writeWords(mika, 'Written on a line that breaks')
  const id = await save(mika)
  await see(mika.getByText('Written on a line that breaks'))
  expect(cutOff.size).toBeGreaterThan(3)
  const kept = await stage.school.as('mika').ask(GetPiece, { params: { id } })
  expect(JSON.stringify(kept.body)).toContain('Written on a line that breaks')
})

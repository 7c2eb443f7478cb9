import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see } from './doings.ts'

let stage: Stage
let outside: Server
let place: string
let mika: Page
const heard: { url: string; headers: IncomingHttpHeaders }[] = []

beforeAll(async () => {
  outside = createServer((request, answer) => {
    heard.push({ url: request.url ?? '', headers: request.headers })
    answer
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'who=you' })
      .end(
        '<title>How salmon come home</title><meta name="description" content="They smell <b>the river</b>."><meta property="og:image" content="/face.jpg">',
      )
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  place = `127.0.0.1:${(outside.address() as AddressInfo).port}`
  stage = await openStage({ linkStands: [place] })
})
afterAll(async () => {
  await stage?.close()
  outside?.closeAllConnections()
  outside?.close()
})

const cards = (page: Page) => page.locator(`a[href^="http://${place}/"]`)

/** The switch of the office as it is after everything has been read anew. */
async function decide(previews: boolean): Promise<void> {
  const singh = await stage.device('singh', desk)
  await singh.goto(`${stage.origin}/office/sharing`)
  const said = singh.waitForResponse((answer) => answer.request().method() === 'PUT')
  await singh.getByLabel('Show what linked pages are called').setChecked(previews)
  await said
  await singh.reload()
  const box = singh.getByRole('checkbox', { name: 'Show what linked pages are called', checked: previews })
  await see(box)
}

async function addLink(page: Page, path: string): Promise<void> {
  await page.goto(`${stage.origin}/work/new`)
  await action(page, /^(Add a link|Link)$/).click()
  await page.getByLabel('Address of the link').fill(`http://${place}/${path}`)
  await action(page, 'Save').click()
  await page.waitForURL(/\/pieces\//)
}

test('until the office says so nothing is asked, and the card says where it leads', async () => {
  mika = await stage.device('mika', phone)
  await addLink(mika, 'before')
  await see(cards(mika).getByText(place))
  expect(heard).toEqual([])
})

test('the office switches it on by itself; a principal has no such switch', async () => {
  const chen = await stage.device('chen', desk)
  await chen.goto(`${stage.origin}/office/sharing`)
  await see(heading(chen, 'Sharing new work'))
  await chen.waitForLoadState('networkidle')
  expect(await chen.getByLabel('Show what linked pages are called').count()).toBe(0)
  await decide(true)
})

test('then the card says what the page calls itself, in plain words, and the page has heard of nobody', async () => {
  await addLink(mika, 'salmon')
  const address = mika.url()
  await expect
    .poll(
      async () => {
        await mika.goto(address)
        await see(cards(mika))
        return cards(mika).getByText('How salmon come home').count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  await see(cards(mika).getByText('They smell <b>the river</b>.'), cards(mika).getByText(place))
  expect(await cards(mika).locator('img').count()).toBe(0)
  expect(await cards(mika).getAttribute('rel')).toContain('noreferrer')
  expect(heard.map(({ url }) => url)).toEqual(['/salmon'])
  const said = JSON.stringify(heard[0]?.headers)
  for (const word of ['cookie', 'referer', 'Mika', 'Mozilla', 'accept-language', new URL(stage.origin).host])
    expect(said).not.toContain(word)
})

test('opened, the page learns that somebody came, and not from where', async () => {
  const [opened] = await Promise.all([mika.context().waitForEvent('page'), cards(mika).click()])
  await opened.waitForLoadState()
  expect(await opened.evaluate(() => [document.referrer, window.opener])).toEqual(['', null])
  expect(heard.at(-1)?.headers.referer).toBeUndefined()
})

test('switched off again the card is as before, for whoever looks', async () => {
  await decide(false)
  await mika.reload()
  await see(cards(mika).getByText(place))
  expect(await cards(mika).getByText('How salmon come home').count()).toBe(0)
})

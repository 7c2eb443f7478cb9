import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { IssueHomeCards } from '../../src/home-cards/contract.ts'
import { addPiece, addPieceOf } from '../support/making.ts'
import { classOf, idOf } from '../support/school.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { action, heading, see } from './doings.ts'

/** Théo is six. His card is on the refrigerator, and his father’s phone has never been signed in to Cairn. */
let stage: Stage
let okafor: Page
let phone: Page
let link = ''
let picture = ''
beforeAll(async () => {
  stage = await openStage()
  const { school } = stage
  await addPieceOf(school, 'theo', [{ kind: 'text', text: 'A snail for Papa' }], ['family'])
  await addPieceOf(school, 'yusuf', [{ kind: 'text', text: 'Yusuf’s own' }], ['family'])
  await addPiece(school, 'theo', ['teachers'])
  const class_ = { params: { id: classOf('kindergarten') }, body: { learnerIds: [idOf('simran')] } }
  await school.as('okafor').ask(IssueHomeCards, class_)
  okafor = await stage.device('okafor')
  phone = await stage.device(null, { width: 390, height: 844 })
})
afterAll(() => stage?.close())

const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

test('Ms. Okafor makes a card for him and prints the sheets; the picture is on none', async () => {
  await okafor.goto(`${stage.origin}/classes/${classOf('kindergarten')}/home-cards`)
  await action(card(okafor, 'Théo'), 'Make a card for').click()
  const taps = card(okafor, 'Théo').getByText(/^Taps/)
  await see(taps)
  picture = /Taps: (.+?)(?:\n|Opens|$)/.exec(await taps.innerText())?.[1]?.trim() ?? ''
  const [sheets] = await Promise.all([
    okafor.waitForEvent('popup'),
    action(okafor, 'Print the cards').click(),
  ])
  await see(heading(sheets, 'Théo shows you something'), heading(sheets, 'Simran shows you something'))
  const printed = await sheets.locator('section', { hasText: 'Théo shows' }).locator('.link').innerText()
  link = stage.origin + new URL(printed).pathname
  expect(await sheets.locator('main').innerText()).not.toContain(picture)
  await sheets.close()
})

test('at home he taps his picture, and sees what he gave his family: nobody’s but his own', async () => {
  await phone.goto(link)
  await see(heading(phone, 'Tap your picture'))
  await phone.locator(`button:not([aria-label="${picture}"])`).first().click()
  await see(phone.getByRole('alert'))
  await action(phone, picture).click()
  await see(heading(phone, 'The work of Théo'), phone.getByText('A snail for Papa'))
  const shown = await phone.locator('main').innerText()
  expect(shown).not.toContain('Yusuf')
  expect(await phone.getByRole('article').count()).toBe(1)
  // nobody is signed in by it
  expect((await phone.request.get(`${stage.origin}/api/me`)).status()).toBe(401)
})

test('the card is lost: taken back, it shows nothing any more where it was open', async () => {
  await phone.goto(`${stage.origin}/home-card/work`)
  await see(heading(phone, 'The work of Théo'))
  await action(card(okafor, 'Théo'), 'Take back').click()
  await action(okafor, 'Take it back now').click()
  await see(action(card(okafor, 'Théo'), 'Make a card for'))
  await phone.reload()
  await see(heading(phone, 'Please show your card again'))
  await phone.goto(link)
  await see(heading(phone, 'This card opens nothing'))
})

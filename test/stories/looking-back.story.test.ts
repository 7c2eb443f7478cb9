import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SetGoal } from '../../src/goals/contract.ts'
import { ListLetters } from '../../src/letters/contract.ts'
import { newId } from '../../src/platform/new-id.ts'
import { addPieceOf, text } from '../support/making.ts'
import { classOf, idOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see, way } from './doings.ts'

let stage: Stage
let mika: Page
beforeAll(async () => {
  stage = await openStage()
  const { school } = stage
  school.clock.now = new Date(school.clock.now.getTime() - 365 * 24 * 3_600_000)
  await addPieceOf(school, 'mika', text('A snail crossing the path in Grade 3'), ['teachers', 'family'])
  school.later(365)
  await addPieceOf(school, 'mika', text('The snail again, now with its shadow'), ['teachers'])
  const body = { form: 'step', words: { step: 'Draw a moving snail' }, audiences: ['teachers'] }
  await school.as('mika').ask(SetGoal, { params: { id: newId() }, body })
  mika = await stage.device('mika', phone)
})
afterAll(() => stage?.close())

const visit = async (page: Page, path: string) => {
  await page.goto(stage.origin + path)
  await see(page.getByRole('heading').first())
}
const look = async (page: Page, words: string) => {
  await page.getByRole('searchbox').fill(words)
  await page.keyboard.press('Enter')
}

test('Mika finds a snail in all her years by the keyboard, and narrows it to goals', async () => {
  await visit(mika, '/')
  await way(mika, /^All my years/).click()
  await see(mika.getByText('A snail crossing the path in Grade 3'))
  await look(mika, 'SNAILS')
  await see(mika.getByText('3 things found'), mika.locator('mark').first())
  await mika.getByText('Narrow it down').click()
  await mika.getByLabel('What', { exact: true }).selectOption('goal')
  await see(mika.getByText('1 thing found'), heading(mika, 'Draw a moving snail'))
  await look(mika, 'zeppelin')
  await see(heading(mika, 'Nothing found'))
})

test('what she has seen of her years opens again without a network', async () => {
  await visit(mika, '/timeline')
  await see(mika.getByText('A snail crossing the path in Grade 3'))
  await mika.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await mika.reload()
  await see(mika.getByText('A snail crossing the path in Grade 3'))
  await mika.context().setOffline(true)
  await mika.reload()
  await see(mika.getByText('A snail crossing the path in Grade 3'))
  await mika.context().setOffline(false)
})

test('her teacher finds it in the class, her mother only what the family may see', async () => {
  const rivera = await stage.device('rivera', desk)
  await visit(rivera, `/classes/${classOf('division-3')}`)
  await way(rivera, 'Find something').click()
  await look(rivera, 'snail')
  await see(
    rivera.getByText('3 things found'),
    rivera.getByRole('article').getByText('Mika Lindqvist-Diallo'),
  )
  const amara = await stage.device('amara', phone)
  await visit(amara, '/family')
  await way(amara, /^Find something of Mika/).click()
  await look(amara, 'snail')
  await see(amara.getByText('1 thing found'), amara.getByText(/in Grade 3/))
  expect(await amara.getByText('its shadow').count()).toBe(0)
})

test('then and now stand beside each other, and a year ago is shown only once she wishes it', async () => {
  await visit(mika, '/')
  await see(way(mika, /^All my years/))
  expect(await mika.getByText('A year ago, around this day').count()).toBe(0)
  await visit(mika, '/looking-back')
  await see(mika.getByLabel('Then'), mika.getByLabel('Now'))
  await mika.getByRole('radio', { name: 'Side by side' }).check()
  const side = (name: string) => mika.getByRole('region', { name, exact: true })
  await see(side('Then').getByText(/in Grade 3/), side('Now').getByText(/now with its shadow/))
  await mika.getByLabel('Show me what I made a year ago').check()
  await mika.getByRole('region', { name: 'A year ago' }).first().waitFor()
  await visit(mika, '/')
  await see(heading(mika, 'A year ago, around this day'))
})

test('she seals a letter without a network; nobody opens it before its day, and home says when it has come', async () => {
  await visit(mika, '/letters')
  await action(mika, 'Write a letter').click()
  await mika.context().setOffline(true)
  await mika.getByLabel('Your letter').fill('Dear me: did you learn to whistle?')
  await mika.getByLabel('On which day shall it open?').fill('2026-12-01')
  await action(mika, 'Seal it').click()
  await action(mika, 'Write a letter').waitFor()
  await mika.context().setOffline(false)
  const letters = async () => (await stage.school.as('mika').ask(ListLetters)).body
  await expect.poll(letters).toHaveLength(1)
  await visit(mika, '/letters')
  await see(mika.getByText(/^Opens on/))
  expect(await way(mika, /^Read it/).count()).toBe(0)
  const id = (await letters())[0]?.id ?? ''
  await visit(mika, `/letters/${id}`)
  await see(mika.getByText(/still sealed/))
  expect(await mika.getByText('whistle').count()).toBe(0)

  stage.school.later(8)
  const later = await stage.device('mika', phone)
  await visit(later, '/')
  await see(later.getByText('A letter from you has opened'))
  await way(later, 'Read it').click()
  await see(later.getByText('Dear me: did you learn to whistle?'))
  await visit(later, '/')
  await see(way(later, /^All my years/))
  await expect.poll(() => later.getByText('A letter from you has opened').count()).toBe(0)
  const rivera = await stage.device('rivera', desk)
  await rivera.goto(`${stage.origin}/letters/${id}`)
  await see(rivera.getByRole('heading').first())
  expect(await rivera.getByText('whistle').count()).toBe(0)
  expect(idOf('mika')).not.toBe(idOf('rivera'))
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/self-assessment/contract.ts'
import { adoptPack, suggest } from '../support/claiming.ts'
import { addPieceOf, text } from '../support/making.ts'
import { classOf, idOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see, way } from './doings.ts'

let stage: Stage
let mika: Page
let competency: (name: string) => string
const works: Record<'lodge' | 'garden', string> = { lodge: '', garden: '' }
beforeAll(async () => {
  stage = await openStage({ devices: true })
  competency = (await adoptPack(stage.school)).competency
  const lodge = text('I asked my grandpa many questions about beavers.')
  works.lodge = (await addPieceOf(stage.school, 'mika', lodge, ['teachers', 'family'])).id
  works.garden = (await addPieceOf(stage.school, 'mika', text('We investigated worms.'), [])).id
  mika = await stage.device('mika', phone)
})
afterAll(() => stage?.close())

const visit = async (page: Page, path: string) => {
  await page.goto(stage.origin + path)
  await see(page.getByRole('heading').first())
}
const star = (page: Page, name: string, glow: string) =>
  page.getByRole('button', { name: `${name}: ${glow}`, exact: true })

test('Mika says what her work needed, in words she finds by searching', async () => {
  await visit(mika, `/pieces/${works.lodge}`)
  await action(mika, 'Say what it needed').click()
  await mika.getByLabel('Find it by a word').fill('questions')
  await action(mika, 'Questioning and investigating').click()
  const needed = mika.getByRole('listitem').filter({ hasText: 'Questioning and investigating' })
  await see(needed.getByRole('button', { name: 'Take off: Questioning and investigating' }))
})

test('her teacher suggests something else; she accepts one thought, and another one she leaves fades', async () => {
  const rivera = await stage.device('rivera', desk)
  await visit(rivera, `/pieces/${works.lodge}`)
  await action(rivera, /^Suggest something to Mika/).click()
  await rivera.getByLabel('Find it by a word').fill('connecting')
  await action(rivera, 'Connecting and engaging with others').click()
  await rivera.getByLabel(/^What made you think of it/).fill('You listened to him.')
  await action(rivera, 'Suggest it').click()
  await see(rivera.getByText('It is not answered yet.'))
  await suggest(stage.school, 'rivera', { pieceId: works.lodge, competencyId: competency('Well-being') })

  await visit(mika, '/can-do')
  await see(mika.getByText('You listened to him.'))
  const thoughts = mika.getByRole('list', { name: 'What your teachers thought of' }).getByRole('listitem')
  await action(thoughts.filter({ hasText: 'You listened to him.' }), /^Yes, that fits/).click()
  await action(thoughts.filter({ hasText: 'Well-being' }), /^Not this one/).click()
  await thoughts.first().waitFor({ state: 'detached' })
  await rivera.reload()
  await see(rivera.getByText('Connecting and engaging with others'))
  expect(await rivera.getByText('Well-being').count()).toBe(0)
  expect(await action(rivera, /^Take off/).count()).toBe(0)
})

test('she says in three steps what she can do, by her work and by something outside school, with no network', async () => {
  await visit(mika, '/can-do/new')
  await mika.locator('summary').filter({ hasText: 'Collaborating' }).click()
  await action(mika, 'Collaborating').click()
  // what the further steps show is fetched with the first, so that it is there when the network goes
  await mika.waitForLoadState('networkidle')
  await mika.context().setOffline(true)
  await mika.getByLabel(/^I can now/).fill('I can now wait until others are done.')
  await action(mika, 'Next').click()
  await mika.getByRole('checkbox').first().check()
  await mika.getByLabel('In sport').check()
  await mika.getByLabel('What did you do there?').fill('I pass before I skate.')
  await action(mika, 'Next').click()
  await mika.getByLabel(/^What helped you/).fill('Counting to ten.')
  await action(mika, 'Save').click()
  await mika.waitForURL('**/can-do')
  await see(mika.getByText('I can now wait until others are done.'), mika.getByText(/Safe on this/))
  await mika.context().setOffline(false)
  await expect
    .poll(
      async () => {
        const { body } = await stage.school
          .as('mika')
          .ask(contract.ListClaims, { params: { id: idOf('mika') } })
        return body.claims.map(({ words, evidence }) => [words, evidence.length])
      },
      { timeout: 60_000 },
    )
    .toEqual([['I can now wait until others are done.', 2]])
  await mika.reload()
  await see(mika.getByText('I can now wait until others are done.'), mika.getByText(/I pass before I skate/))
  await mika.emulateMedia({ media: 'print' })
  expect(await mika.locator('fieldset:visible').count()).toBe(0)
  await mika.emulateMedia({ media: null })
})

test('Théo, who is five, says it with his voice', async () => {
  const theo = await stage.device('theo', phone)
  await visit(theo, '/can-do')
  await way(theo, 'I can do this').first().click()
  await action(theo, /^Collaborating/).click()
  await action(theo, 'Voice note').click()
  await see(theo.getByText('0:01', { exact: true }))
  await action(theo, /^(Done|Stop)/).click()
  await see(theo.getByRole('group', { name: 'Your voice note' }))
  await action(theo, 'Next').click()
  await action(theo, 'Next').click()
  await action(theo, 'Save').click()
  await see(heading(theo, 'What I can do'), theo.getByText('Collaborating').first())
  await expect
    .poll(
      async () => {
        const { body } = await stage.school
          .as('theo')
          .ask(contract.ListClaims, { params: { id: idOf('theo') } })
        return body.claims.map(({ words, scribe, parts }) => [words, scribe, parts[0]?.media.kind])
      },
      { timeout: 60_000 },
    )
    .toEqual([['', null, 'audio']])
})

test('her sky is lit, keys lead through it, and earlier work is tagged in one tap', async () => {
  const sky = await stage.device('mika', desk)
  await visit(sky, '/constellation')
  await see(
    star(sky, 'Questioning and investigating', 'a first light'),
    star(sky, 'Collaborating', 'a first light'),
  )
  await star(sky, 'Communicating', 'not lit yet').focus()
  await sky.keyboard.press('ArrowRight')
  const focused = () => sky.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(() => focused()).toBe('Focusing on intent and purpose: not lit yet')
  await star(sky, 'Collaborating', 'a first light').focus()
  await sky.keyboard.press('Enter')
  await see(heading(sky, 'What lights it'), sky.getByText('I can now wait until others are done.'))
  await star(sky, 'Questioning and investigating', 'a first light').click()
  const found = sky.getByRole('listitem').filter({ hasText: 'We investigated worms' })
  await action(found, /^It belongs here/).click()
  await see(star(sky, 'Questioning and investigating', 'shining'))
  await sky.getByRole('slider', { name: 'Look back in time' }).fill('0')
  await see(star(sky, 'Questioning and investigating', 'not lit yet'))
  await sky.getByRole('radio', { name: 'As a list' }).check()
  await see(action(sky, 'Well-being'))
})

test('the family reads what she shared with it; her teacher sees counts and no child’s name', async () => {
  const amara = await stage.device('amara', phone)
  await visit(amara, `/learners/${idOf('mika')}`)
  await see(amara.getByText('I can now wait until others are done.'), amara.getByText('Counting to ten.'))
  expect(await action(amara, 'Put it differently').count()).toBe(0)
  const rivera = await stage.device('rivera', desk)
  await visit(rivera, `/classes/${classOf('division-3')}/competencies`)
  const row = rivera.getByRole('row', { name: /^Questioning and investigating/ })
  // the garden is hers alone
  await see(row.getByText('1', { exact: true }))
  expect(await rivera.getByText('Mika').count()).toBe(0)
})

test('a claim her teacher forges is refused by the server', async () => {
  const rivera = await stage.device('rivera', desk)
  await visit(rivera, `/learners/${idOf('mika')}`)
  const forged = { learnerId: idOf('mika'), competencyId: competency('Collaborating'), words: 'Mika leads.' }
  const answer = await rivera.evaluate(async (body) => {
    const sent = await fetch(`/api/claims/${crypto.randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-cairn': '1' },
      body: JSON.stringify(body),
    })
    return { status: sent.status, code: (await sent.json()).error.code }
  }, forged)
  expect(answer).toEqual({ status: 403, code: 'not_allowed' })
  const { body } = await stage.school.as('mika').ask(contract.ListClaims, { params: { id: idOf('mika') } })
  expect(body.claims.map(({ words }) => words)).not.toContain('Mika leads.')
})

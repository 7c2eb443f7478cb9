import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ListReflections } from '../../src/reflections/contract.ts'
import { addPiece } from '../support/making.ts'
import { idOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, chooseForClass, heading, see, way } from './doings.ts'
import { arrived } from './kept-here.ts'

let stage: Stage
let mika: Page
beforeAll(async () => {
  stage = await openStage()
  mika = await stage.device('mika', phone)
})
afterAll(() => stage?.close())

const visit = async (page: Page, path: string) => {
  await page.goto(stage.origin + path)
  await see(page.getByRole('heading').first())
}

test('Mika answers a question about her work; her teacher reads it, her family and her class do not', async () => {
  const piece = await addPiece(stage.school, 'mika', ['teachers', 'family', 'class'])
  await visit(mika, `/pieces/${piece.id}`)
  await action(mika, 'Say something about it').click()
  const questions = mika.getByRole('list', { name: 'Questions to begin from' })
  await see(questions.getByRole('listitem').first())
  expect(await questions.getByRole('listitem').count()).toBeLessThanOrEqual(2)
  const asked = await questions.getByRole('paragraph').first().innerText()
  await action(questions, /^Answer this/)
    .first()
    .click()
  await mika.getByLabel('Your words').fill('I chose orange because monarchs are.')
  await action(mika, 'Save my words').click()
  await see(mika.getByText('I chose orange because monarchs are.'), mika.getByText(asked))
  await arrived(mika)

  const rivera = await stage.device('rivera', desk)
  await visit(rivera, `/pieces/${piece.id}`)
  await see(rivera.getByText('I chose orange because monarchs are.'))
  for (const key of ['amara', 'noor']) {
    const other = await stage.device(key, phone)
    await visit(other, `/pieces/${piece.id}`)
    await see(other.getByText('by mika'))
    expect(await other.getByText('I chose orange').count()).toBe(0)
  }
})

test('a question she lets pass is not asked again, and she sees what she said before', async () => {
  await visit(mika, '/reflections')
  await action(mika, 'Say something').click()
  const questions = mika.getByRole('list', { name: 'Questions to begin from' })
  const first = questions.getByRole('listitem').first()
  await see(first)
  const passed = await first.getByRole('paragraph').first().innerText()
  await action(first, /^Another question/).click()
  await questions.getByText(passed).waitFor({ state: 'detached' })
  await mika.reload()
  await action(mika, 'Say something').click()
  await see(questions.getByRole('listitem').first())
  expect(await questions.getByText(passed).count()).toBe(0)
})

test('Ms. Okafor writes down what Théo says; he finds it as his own, with her name as the one who wrote', async () => {
  const piece = await addPiece(stage.school, 'theo', ['teachers'], 'kindergarten')
  const okafor = await stage.device('okafor', desk)
  await visit(okafor, `/pieces/${piece.id}`)
  await action(okafor, /^Write down what .* says$/).click()
  await okafor.getByLabel('What the child says').fill('It is a rocket and it goes to Baba.')
  await action(okafor, 'Save my words').click()
  await see(okafor.getByText('It is a rocket and it goes to Baba.'))
  await arrived(okafor)
  const theo = await stage.device('theo', phone)
  await visit(theo, `/pieces/${piece.id}`)
  await see(theo.getByText('It is a rocket and it goes to Baba.'), theo.getByText(/written down by/))
  const told = await stage.school.as('theo').ask(ListReflections, { params: { id: idOf('theo') } })
  expect(told.body.reflections[0]?.scribe?.id).toBe(idOf('okafor'))
})

test('Mika sets a goal, looks at it with her work beside, her mother encourages, and it ends well', async () => {
  await visit(mika, '/goals')
  await action(mika, 'Set a goal').click()
  await mika.getByLabel('A wish with a plan').check()
  await mika.getByLabel('What do you wish for?').fill('Read a chapter book alone')
  await action(mika, 'Save my goal').click()
  await see(heading(mika, 'Read a chapter book alone'))
  await arrived(mika)

  const amara = await stage.device('amara', phone)
  await visit(amara, `/learners/${idOf('mika')}`)
  await amara.getByLabel(/^Say something kind or helpful/).fill('I hear you every night.')
  await action(amara, 'Send').click()
  await see(amara.getByText('I hear you every night.'))
  await arrived(amara)
  expect(await action(amara, 'I reached it').count()).toBe(0)

  await mika.reload()
  await see(mika.getByText('I hear you every night.'))
  await action(mika, 'Look at it today').click()
  await mika.getByLabel('I am there').check()
  await mika.getByLabel('What happened?').fill('I finished it on Sunday')
  await mika.getByRole('group', { name: 'Which work shows it?' }).getByRole('checkbox').first().check()
  await action(mika, 'Save this look').click()
  await see(mika.getByText('I finished it on Sunday'))
  await action(mika, 'I reached it').click()
  await see(heading(mika, 'Goals that came to an end'), mika.getByText(/^Reached/))
})

test('Mika finds her words and her goals from her first page', async () => {
  await visit(mika, '/')
  await way(mika, 'My words').click()
  await see(mika.getByText('I chose orange because monarchs are.'))
  await way(mika, 'My goals').click()
  await see(heading(mika, 'Read a chapter book alone'))
})

test('Ms. Rivera writes a question of her own in both languages; Mika is asked it first; put differently she is asked that; asked no more it is gone', async () => {
  const rivera = await stage.device('rivera', desk)
  await visit(rivera, '/today')
  await way(rivera, 'Class wall').first().click()
  await chooseForClass(rivera, 'Our questions')
  await action(rivera, 'Write a question').click()
  await rivera.getByLabel('The question in English').fill('What would you tell the beaver?')
  await rivera.getByLabel('The question in French').fill('Que dirais-tu au castor?')
  await action(rivera, 'Ask this').click()
  await see(rivera.getByText('Que dirais-tu au castor?'))
  await visit(mika, '/reflections')
  await action(mika, 'Say something').click()
  const questions = mika.getByRole('list', { name: 'Questions to begin from' })
  await see(questions.getByText('What would you tell the beaver?'))
  await action(rivera, /^Put it differently/).click()
  await rivera.getByLabel('The question in English').fill('What would you ask the beaver?')
  await action(rivera, 'Save the question').click()
  await see(rivera.getByText('What would you ask the beaver?'))
  await mika.reload()
  await action(mika, 'Say something').click()
  await see(questions.getByText('What would you ask the beaver?'))
  await action(rivera, /^Ask it no more/).click()
  await see(rivera.getByText(/asked until/))
  await mika.reload()
  await action(mika, 'Say something').click()
  await see(questions.getByRole('listitem').first())
  expect(await questions.getByText('What would you ask the beaver?').count()).toBe(0)
})

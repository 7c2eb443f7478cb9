import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPortfolio, PostForLearners } from '../../src/work/contract.ts'
import { placeMedia } from '../support/making.ts'
import { classOf, idOf } from '../support/school.ts'
import { openStage, phone, photo, type Stage } from '../support/stage.ts'
import { action, heading, see } from './doings.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const titlesOf = async (key: string) => {
  const { body } = await stage.school.as(key).ask(GetPortfolio, { params: { id: idOf(key) } })
  return body.pieces.map(({ title }) => title)
}

test('a photo tapped to the wrong face goes to whose it is, from where it was filed', async () => {
  const rivera = await stage.device('rivera', phone)
  await rivera.goto(`${stage.origin}/classes/${classOf('division-3')}/photos`)
  await rivera.getByLabel('Choose photos or a video').setInputFiles([await photo()])
  await rivera
    .getByRole('group', { name: 'Tap whose it is' })
    .getByRole('checkbox', { name: /^Mika/ })
    .click()
  await rivera.getByLabel('What was it?').fill('Bridge of ice')
  await action(rivera, 'File 1 picture').click()
  await rivera.getByRole('link', { name: 'Something went to the wrong learner' }).click()
  await see(heading(rivera, 'What you filed'))
  await expect.poll(() => titlesOf('mika')).toContain('Bridge of ice')
  await rivera.reload()
  await rivera.getByRole('button', { name: /^Belongs to another learner.*Bridge of ice, Mika/ }).click()
  const dialog = rivera.getByRole('dialog', { name: 'It belongs to another learner' })
  await dialog.getByRole('radio', { name: /^Noor/ }).check()
  await dialog.getByRole('button', { name: /^File it to Noor/ }).click()
  await see(rivera.getByText(/It is now in the portfolio of Noor/))
  expect([await titlesOf('mika'), await titlesOf('noor')]).toEqual([
    expect.not.arrayContaining(['Bridge of ice']),
    expect.arrayContaining(['Bridge of ice']),
  ])
})

test('taken back from the work itself it is gone for the child, who hears why, until it is given back', async () => {
  const pieceId = newId()
  const parts = [{ kind: 'media', mediaId: await placeMedia(stage.school, 'rivera', 'picture') }]
  const pieces = [{ id: pieceId, iterationId: newId(), learnerId: idOf('mika') }]
  const body = { classId: classOf('division-3'), title: 'Not Mika’s', parts, audiences: [], pieces }
  await stage.school.as('rivera').ask(PostForLearners, { params: { id: newId() }, body })
  const rivera = await stage.device('rivera')
  await rivera.goto(`${stage.origin}/pieces/${pieceId}`)
  await action(rivera, 'Belongs to another learner').click()
  const dialog = rivera.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^None of them/ }).check()
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await rivera.waitForURL(/\/today$/)
  const mika = await stage.device('mika', phone)
  await mika.goto(`${stage.origin}/deleted`)
  await see(mika.getByText('Something was filed to you by mistake'))
  expect(await mika.getByText('Not Mika’s').count()).toBe(0)
  await rivera.goto(`${stage.origin}/classes/${classOf('division-3')}/filed`)
  await rivera.getByRole('button', { name: /^Give it back to Mika/ }).click()
  await see(rivera.getByRole('link', { name: 'Not Mika’s' }))
  expect(await titlesOf('mika')).toContain('Not Mika’s')
})

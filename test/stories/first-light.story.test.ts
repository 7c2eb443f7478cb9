import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPiece } from '../../src/work/contract.ts'
import { addPiece } from '../support/making.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, save, see, takePhoto, typeKeys, way } from './doings.ts'
import { arrived } from './kept-here.ts'

let stage: Stage
let mika: Page
let rivera: Page
let id: string

beforeAll(async () => {
  stage = await openStage()
  mika = await stage.device(null, phone)
  rivera = await stage.device('rivera', desk)
})
afterAll(() => stage?.close())

test('Mika signs in, photographs her work and shares it with her teachers and her family', async () => {
  await mika.goto(stage.origin)
  await typeKeys(mika, 'mika')
  await way(mika, 'Add work').click()
  await takePhoto(mika)
  await mika.getByLabel('Title').fill('My monarch')
  await mika.getByLabel('My teachers').check()
  await mika.getByLabel('My family').check()
  await mika.getByText('You, your teachers and your family will see it').click()
  const faces = mika.getByRole('list', { name: 'Who will see it' })
  await see(faces.getByText('Elena Rivera'), faces.getByText('Amara Diallo'))
  id = await save(mika)
  await see(mika.getByRole('img', { name: 'A picture' }))
})

test('the photo is upright, and says nothing of where and with what it was taken', async () => {
  const piece = await stage.school.as('mika').ask(GetPiece, { params: { id } })
  const part = piece.body.iterations[0]?.parts[0]
  if (part?.kind !== 'media') throw new Error('the photo is not in the piece')
  expect(part.media.renditions.length).toBeGreaterThan(1)
  for (const { address } of part.media.renditions) {
    const answer = await mika.request.get(stage.origin + address)
    const bytes = await answer.body()
    if (answer.status() !== 200) throw new Error(`${answer.status()} ${bytes.toString().slice(0, 200)}`)
    const { width, height, exif, orientation } = await sharp(bytes).metadata()
    expect({ status: answer.status(), upright: height > width, exif, orientation }).toEqual({
      status: 200,
      upright: true,
    })
    expect(bytes.includes('telltale')).toBe(false)
  }
})

test('Ms. Rivera finds it waiting and answers with the keyboard', async () => {
  await rivera.goto(stage.origin)
  await see(heading(rivera, '1 waiting for feedback'))
  await way(rivera, 'My monarch').press('Enter')
  await see(rivera.getByRole('img', { name: 'A picture' }))
  await rivera.keyboard.press('f')
  await rivera.keyboard.type('Look closely at the veins of the wings.')
  await rivera.keyboard.press('Control+Enter')
  await see(rivera.getByText('You answered 1 attempt.'))
  await arrived(rivera)
})

test('Mika sees the answer on her first page and takes it up in her next attempt', async () => {
  await mika.goto(stage.origin)
  await way(mika, /Elena Rivera answered “My monarch”/).click()
  await see(mika.getByText('Look closely at the veins of the wings.'))
  await way(mika, 'Add an attempt').click()
  await takePhoto(mika)
  await mika.getByLabel('What did you change?').fill('I drew every vein')
  await mika.getByLabel('Look closely at the veins of the wings.').check()
  await action(mika, 'Save this attempt').click()
  await see(mika.getByText('I drew every vein'), mika.getByText('Takes up this feedback'))
  await arrived(mika)
})

test('Ms. Rivera sees that her feedback was used in attempt 2', async () => {
  await rivera.goto(`${stage.origin}/pieces/${id}?attempt=1`)
  await see(rivera.getByText(/Used it/), way(rivera, 'in attempt 2'))
  await way(rivera, 'in attempt 2').click()
  await see(rivera.getByText('I drew every vein'))
})

test('Amara sees what Mika shares with her family, and not what is only for teachers', async () => {
  const onlyTeachers = await addPiece(stage.school, 'mika', ['teachers'])
  const amara = await stage.device('amara', phone)
  await amara.goto(stage.origin)
  const ofMika = amara.getByRole('region', { name: /^Mika/ })
  await see(way(ofMika, 'My monarch'))
  await expect.poll(() => ofMika.getByRole('article').count()).toBe(1)
  await way(ofMika, 'My monarch').click()
  await see(amara.getByText('I drew every vein'))
  await amara.goto(`${stage.origin}/pieces/${onlyTeachers.id}`)
  await see(heading(amara, 'This work is not here'))
})

test('Leila, of another family, sees nothing of Mika', async () => {
  const leila = await stage.device('leila', phone)
  await leila.goto(stage.origin)
  await see(leila.getByRole('region', { name: /^Noor/ }))
  expect(await leila.getByRole('main').innerText()).not.toMatch(/Mika|monarch/)
  await leila.goto(`${stage.origin}/pieces/${id}`)
  await see(heading(leila, 'This work is not here'))
})

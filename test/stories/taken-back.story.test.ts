import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPiece, GetPortfolio, ListDeletions } from '../../src/work/contract.ts'
import { addPiece } from '../support/making.ts'
import { nightPasses } from '../support/night.ts'
import { idOf } from '../support/school.ts'
import { desk, openStage, photo, type Stage } from '../support/stage.ts'
import { action, choosePieceTool, heading, save, see, takePhoto } from './doings.ts'
import { arrived } from './kept-here.ts'

let stage: Stage
let mika: Page
let rivera: Page
let id: string

beforeAll(async () => {
  stage = await openStage()
  mika = await stage.device('mika')
  rivera = await stage.device('rivera', desk)
})
afterAll(() => stage?.close())

test('Mika withdraws her work while Ms. Rivera is writing about it: it is gone for her, kindly', async () => {
  await mika.goto(`${stage.origin}/work/new`)
  await takePhoto(mika, await photo('#7a4f3a'))
  await mika.getByLabel('Title').fill('Clay bowl')
  await mika.getByLabel('My teachers').check()
  id = await save(mika)
  await rivera.goto(`${stage.origin}/pieces/${id}`)
  await rivera.getByLabel('Your feedback').fill('The rim is even all the way round.')

  await action(mika, 'Change').click()
  await mika.getByRole('checkbox', { name: /^My teachers/ }).click()
  await see(mika.getByText('Saved', { exact: true }))
  await action(mika, 'Done').click()
  await see(mika.getByText('Only you'))
  await arrived(mika)

  await action(rivera, 'Give feedback').click()
  await see(rivera.getByText('This is not here, or it is not for you to see.'))
  await expect
    .poll(() => rivera.getByLabel('Your feedback').inputValue())
    .toBe('The rim is even all the way round.')
  await rivera.reload()
  await see(heading(rivera, 'This work is not here'))
})

test('shared again, what she had begun to write is still in the box', async () => {
  await action(mika, 'Change').click()
  await mika.getByRole('checkbox', { name: /^My teachers/ }).click()
  await see(mika.getByText('Saved', { exact: true }))
  await action(mika, 'Done').click()
  await arrived(mika)
  await rivera.goto(`${stage.origin}/pieces/${id}`)
  await see(rivera.getByLabel('Your feedback'))
  await expect
    .poll(() => rivera.getByLabel('Your feedback').inputValue())
    .toBe('The rim is even all the way round.')
  await action(rivera, 'Give feedback').click()
  await see(rivera.getByText('The rim is even all the way round.'))
})

test('Mika deletes it, nobody else finds it, and she brings it back as it was', async () => {
  await mika.reload()
  await choosePieceTool(mika, 'Delete this work')
  await see(
    mika.getByRole('dialog').getByText('You can restore it for 30 days. After that it is really gone.'),
  )
  await action(mika.getByRole('dialog'), 'Delete').click()
  await see(mika.getByText(/^You deleted this/))
  await arrived(mika)
  await rivera.reload()
  await see(heading(rivera, 'This work is not here'))
  await mika.goto(`${stage.origin}/deleted`)
  await see(mika.getByText('Clay bowl'))
  await action(mika, 'Restore').click()
  await see(heading(mika, 'Nothing is deleted'))
  await mika.goto(`${stage.origin}/pieces/${id}`)
  await see(
    mika.getByRole('img', { name: 'A picture' }),
    mika.getByText('The rim is even all the way round.'),
  )
  await rivera.reload()
  await see(rivera.getByRole('img', { name: 'A picture' }))
})

test('thirty days after deleting, the work, what was said about it and its files are really erased', async () => {
  const { id: other } = await addPiece(stage.school, 'mika', ['teachers'])
  expect(await filesKept()).not.toEqual([])
  await choosePieceTool(mika, 'Delete this work')
  await action(mika.getByRole('dialog'), 'Delete').click()
  await see(mika.getByText(/^You deleted this/))

  await nightIn(29)
  expect(await asMika().ask(ListDeletions)).toMatchObject({ body: [{ piece: { title: 'Clay bowl' } }] })
  await nightIn(2)
  expect((await asMika().ask(ListDeletions)).body).toEqual([])
  expect((await asMika().ask(GetPiece, { params: { id } })).code).toBe('not_found')
  const left = await asMika().ask(GetPortfolio, { params: { id: idOf('mika') } })
  expect(left.body.pieces.map((one) => one.id)).toEqual([other])
  expect(await filesKept()).toEqual([])
})

const asMika = () => stage.school.as('mika')

async function nightIn(days: number): Promise<void> {
  stage.school.later(days)
  await nightPasses(stage.school)
}

async function filesKept(): Promise<string[]> {
  const kept = join(stage.school.program.storage.arrivingFolder, '../kept')
  const found = await readdir(kept, { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map(({ name }) => name)
}

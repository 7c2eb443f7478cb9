import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SignOutEverywhere } from '../../src/people/contract.ts'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import { idOf } from '../support/school.ts'
import { openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, save, see, takePhoto, typeKeys, way, writeWords } from './doings.ts'

let stage: Stage
let mika: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const signInHere = async (page: Page) => {
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await see(dialog)
  await dialog.getByLabel('Password', { exact: true }).fill(demoPassword)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('Mika is signed out on another device while she writes, and saves all the same', async () => {
  mika = await stage.device(null, phone)
  await mika.goto(stage.origin)
  await typeKeys(mika, 'mika')
  await way(mika, 'Add work').click()
  await writeWords(mika, 'The river froze from the edges in.')
  await mika.getByLabel('Title').fill('Freeze-up')
  await stage.school.as('mika').ask(SignOutEverywhere)
  await action(mika, 'Save').click()
  await signInHere(mika)
  await mika.waitForURL(/\/pieces\//)
  await see(mika.getByText('The river froze from the edges in.'), mika.getByText('Freeze-up'))
})

test('a photo on its way waits for her to sign in and then arrives', async () => {
  await mika.goto(`${stage.origin}/work/new`)
  await see(heading(mika, 'Add work'))
  await endSessions()
  await takePhoto(mika)
  await signInHere(mika)
  await save(mika)
  await see(mika.getByRole('img', { name: 'A picture' }))
})

test('whoever puts signing in off finds every word again, even after the page was closed', async () => {
  await mika.goto(`${stage.origin}/work/new`)
  await writeWords(mika, 'By noon the geese were gone.')
  await see(mika.getByText(/^Draft kept on this/))
  await endSessions()
  await action(mika, 'Save').click()
  await action(mika.getByRole('dialog'), 'Not now').click()
  await see(mika.getByText(/^Your work is safe on this/), mika.getByText('By noon the geese were gone.'))
  await mika.goto(`${stage.origin}/work/new`)
  await see(heading(mika, 'Sign in'), mika.getByText(/^1 thing of Mika is waiting/))
  await typeKeys(mika, 'mika')
  await see(heading(mika, 'Add work'))
  // what the server has: her own words, sent by themselves once it knew her again
  const kept = async () =>
    (await mika.request.get(`${stage.origin}/api/learners/${idOf('mika')}/pieces`)).text()
  await expect.poll(kept).toContain('By noon the geese were gone.')
})

test('somebody else who signs in on that device is not shown what she wrote', async () => {
  await mika.context().clearCookies()
  await mika.goto(`${stage.origin}/work/new`)
  await typeKeys(mika, 'noor')
  await see(heading(mika, 'Add work'))
  expect(await mika.getByText('By noon the geese were gone.').count()).toBe(0)
})

/** As if from another device of hers: the session of this page is over. */
async function endSessions(): Promise<void> {
  await mika.evaluate(() =>
    fetch('/api/sessions', { method: 'DELETE', headers: { 'x-cairn': '1' } }).then((answer) => answer.status),
  )
}

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { type Human, oneRoster, zipOf } from '../support/rostering.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'
import { action, heading, see, way } from './doings.ts'

let stage: Stage
let singh: Page
beforeAll(async () => {
  stage = await openStage()
  singh = await stage.device('singh', desk)
})
afterAll(() => stage?.close())

const people: Human[] = [
  { id: 'T', role: 'teacher', given: 'Tia', family: 'Moss' },
  ...[1, 2, 3, 4, 5, 6].map((n) => ({
    id: `L${n}`,
    role: 'student',
    given: `Lou${n}`,
    family: 'Reed',
    grades: '04',
  })),
]
const night = (...gone: string[]) => {
  const here = people.filter(({ id }) => !gone.includes(id))
  return zipOf(
    oneRoster({ people: here, classes: [{ id: 'C', title: 'Aspen 4', who: here.map(({ id }) => id) }] }),
  )
}

async function look(name: string, buffer: Buffer) {
  await singh.goto(`${stage.origin}/office/rosters`)
  await singh
    .getByLabel('The file', { exact: true })
    .setInputFiles({ name, mimeType: 'application/zip', buffer })
  await action(singh, 'See what it would do').click()
}

test('the office looks at a roster, applies it, is stopped by half a one, and takes it back', async () => {
  await singh.goto(`${stage.origin}/office`)
  await way(singh, 'Office').click()
  await way(singh, 'Rosters').click()
  await see(heading(singh, 'Rosters'))
  await look('monday.zip', night())
  await see(heading(singh, 'monday.zip'), singh.getByText('Nothing has changed yet'))
  await singh.getByText('People who join (7)').click()
  await see(singh.getByText('6 learners, 1 staff, 0 guardians'), singh.getByText('Lou3 Reed'))
  await action(singh, 'Apply it').click()
  await see(singh.getByText('What it did'))

  await look('again.zip', night())
  await see(singh.getByText('This file changes nothing'))

  await look('half.zip', night('L1', 'L2', 'L3', 'L4', 'L5'))
  const stop = singh.getByLabel(/5 of 6 learners are not in the file/)
  await see(singh.getByText('This looks wrong'), stop)
  await stop.check()
  await action(singh, 'Apply it').click()
  await action(singh, 'Undo this import').click()
  await action(singh, 'Put it back').click()
  await see(singh.getByText('Everything stands as it was before.', { exact: false }))

  await look('again.zip', night())
  await see(singh.getByText('This file changes nothing'))

  await look('broken.zip', night().subarray(0, 700))
  await see(singh.getByText(/The ZIP is damaged or cut short/))
})

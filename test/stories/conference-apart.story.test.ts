import type { Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetYearPlan, SetWindow } from '../../src/communications/contract.ts'
import { BeginConference, GetConference, ListMyConferences } from '../../src/conferences/contract.ts'
import { adopt, schoolOf } from '../support/completing.ts'
import { close, openRound, prepare, sayReady } from '../support/conferring.ts'
import { hangDemoWorks } from '../support/hanging.ts'
import { learnersOf } from '../support/reflecting.ts'
import { classOf, idOf } from '../support/school.ts'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see, way } from './doings.ts'

/**
 * Scene 2 of the plan, its end: a parent on shift hears a conference on a phone and answers, and of a class of
 * twenty-two all are filed. The twenty-one others met in the gym; their meetings are handed in beside the page.
 */
let stage: Stage
let mika: Page
let mother: Page
let round: string
beforeAll(async () => {
  stage = await openStage({ devices: true })
  const { school } = stage
  await adopt(school)
  const plan = (await school.as('singh').ask(GetYearPlan)).body
  await school.as('singh').ask(SetWindow, {
    params: { id: newId() },
    body: {
      communicationId: plan.communications.find(({ kind }) => kind === 'informal')?.id ?? '',
      days: { opensOn: '2026-11-01', closesOn: '2026-11-30' },
      asks: ['conference'],
    },
  })
  round = await openRound(school)
  const pieces = await hangDemoWorks(school, { mika: ['Butterfly', 'Our garden bed'] })
  await prepare(school, 'mika', round, {
    choices: [
      { kind: 'grew', pieceId: pieces('Butterfly'), why: 'You can see me looking closer.' },
      { kind: 'proud', pieceId: pieces('Our garden bed'), why: 'It feeds the soup.' },
    ],
  })
  await sayReady(school, 'mika', round)
  for (const key of learnersOf('division-3').filter((one) => one !== 'mika')) {
    const id = newId()
    const body = { roundId: round, learnerId: idOf(key), people: [] }
    expect((await school.as('rivera').ask(BeginConference, { params: { id }, body })).status).toBe(200)
    expect((await close(school, 'rivera', id)).status).toBe(200)
  }
})
afterAll(() => stage?.close())

const sent = async () =>
  (await stage.school.as('amara').ask(ListMyConferences)).body.find(
    ({ learner }) => learner.id === idOf('mika'),
  )?.conferences[0]

test('Mika records it for her mother, page by page; without anybody to hear it, it is not sent', async () => {
  mika = await stage.device('mika', { width: 1024, height: 768 })
  await mika.goto(`${stage.origin}/conference-rounds/${round}/present/${idOf('mika')}`)
  await action(mika, 'They cannot come: record it').click()
  const form = mika.getByRole('form', { name: 'Record it for my family' })
  const amara = form.getByRole('checkbox', { name: /^Amara/ })
  await amara.uncheck()
  await action(form, 'Send it to my family').click()
  await see(form.getByText(/^Tick who it is for/))
  await amara.check()
  await action(form, 'Voice note').click()
  await see(form.getByText('0:01', { exact: true }))
  await action(mika, 'Next').click()
  await see(heading(mika, 'Butterfly'), form.getByText('0:03', { exact: true }))
  await action(mika, 'Next').click()
  await see(heading(mika, 'Our garden bed'), form.getByText('0:04', { exact: true }))
  // still speaking: what she says is made into a file and goes along
  await action(form, 'Send it to my family').click()
  await see(mika.getByText(/^Sent to Amara/))
  await expect.poll(async () => (await sent())?.sentAt ?? null).not.toBeNull()
})

test('until somebody at home answers, it is held by nobody: twenty-one of twenty-two are filed', async () => {
  const board = await stage.device('rivera', desk)
  await board.goto(`${stage.origin}/classes/${classOf('division-3')}/conferences`)
  await see(board.getByText('Filed: 21 of 22'))
})

test('her mother, on shift, hears it on her phone beside the pages and answers', async () => {
  mother = await stage.device('amara', phone)
  await mother.goto(`${stage.origin}/conferences`)
  await way(mother, 'Listen and answer').click()
  await see(mother.getByText(/^Mika .*recorded this for you/))
  const voice = mother.getByLabel(/^Listen to Mika/)
  await expect
    .poll(
      async () => {
        if ((await voice.count()) === 0) await mother.reload()
        return voice.count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  await action(mother, 'Next').click()
  await see(heading(mother, 'Butterfly'), mother.getByText('You can see me looking closer.'))
  const heard = () => voice.evaluate((one: HTMLAudioElement) => one.currentTime)
  await expect.poll(heard).toBeGreaterThanOrEqual(1)
  await voice.evaluate((one: HTMLAudioElement) => one.play())
  await see(heading(mother, 'Our garden bed'))
  await mother.getByLabel(/^Your words for Mika/).fill('I heard it in the truck. You measured again!')
  await action(mother, 'Send my answer').click()
  await see(mother.getByText(/will find it in the record/))
})

test('it counts: all twenty-two are filed, for her teacher and for her principal, who reads not a word', async () => {
  const id = (await sent())?.id ?? ''
  await expect
    .poll(async () => (await stage.school.as('mika').ask(GetConference, { params: { id } })).body.closedAt)
    .not.toBeNull()
  const board = await stage.device('rivera', desk)
  await board.goto(`${stage.origin}/classes/${classOf('division-3')}/conferences`)
  await see(board.getByText('Filed: 22 of 22'))
  const office = await stage.device('chen', desk)
  await office.goto(`${stage.origin}/office/schools/${schoolOf('cedar-hill')}/completeness`)
  const row = office.getByRole('row', { name: /^Division 3/ })
  await see(row)
  const counts = await row.getByRole('cell').allInnerTexts()
  const heads = await office.getByRole('columnheader').allInnerTexts()
  const count = (head: string) => counts[heads.indexOf(head) - 1]
  expect(['Learners', 'Conferences', 'All said'].map(count)).toEqual(['22', '22', '22'])
  expect(await office.locator('body').innerText()).not.toContain('in the truck')
  await mika.goto(`${stage.origin}/conferences/${id}`)
  await see(mika.getByText('I heard it in the truck. You measured again!'))
})

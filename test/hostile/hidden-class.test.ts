import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as appointments from '../../src/appointments/contract.ts'
import * as collections from '../../src/collections/contract.ts'
import * as conferences from '../../src/conferences/contract.ts'
import * as critiques from '../../src/critiques/contract.ts'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as exhibitions from '../../src/exhibitions/contract.ts'
import * as papers from '../../src/papers/contract.ts'
import * as reflections from '../../src/reflections/contract.ts'
import { GetTimeline } from '../../src/timeline/contract.ts'
import { book, openTimes, planTimes, timesFor } from '../support/appointing.ts'
import { prepare } from '../support/conferring.ts'
import { allowPeers, openRound as openCritiques } from '../support/critiquing.ts'
import { join, openEvent } from '../support/exhibiting.ts'
import { say } from '../support/gathering.ts'
import { invite } from '../support/inviting.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'

/** A class that is hidden shows nothing of itself; what its learners began, and what was agreed with families, stays. */
let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const division = spaceOf(classOf('division-3'))
const hide = (about: 'learners' | 'families', says = 'hidden') => say(school, division, about, says)
afterEach(async () => {
  await hide('learners', 'active')
  await hide('families', 'visible')
})

const round = async (key: string, id: string) =>
  (await school.as(key).ask(conferences.GetConferenceRound, { params: { id } })).code ?? 'seen'
const listed = async (key: string, id: string) =>
  (await school.as(key).ask(conferences.ListMyConferences)).body.some((one) => one.round.id === id)
const prepares = async (key: string, id: string) => (await prepare(school, key, id)).code ?? 'kept'

test('hidden from learners: a conference that was begun stays theirs, no other is there', async () => {
  const id = await openTimes(school)
  expect(await prepares('mika', id)).toBe('kept')
  await hide('learners')
  expect([await round('mika', id), await listed('mika', id), await prepares('mika', id)]).toEqual([
    'seen',
    true,
    'kept',
  ])
  expect([await round('noor', id), await listed('noor', id), await prepares('noor', id)]).toEqual([
    'not_found',
    false,
    'not_found',
  ])
  // families and teachers have rules of their own
  expect([await round('leila', id), await round('rivera', id)]).toEqual(['seen', 'seen'])
  await hide('learners', 'visible')
  expect(await prepares('noor', id)).toBe('kept')
})

test('hidden from families: a time that was taken stands for that household, nobody takes another', async () => {
  const id = await openTimes(school)
  await planTimes(school, id)
  const before = await timesFor(school, 'amara', 'mika', id)
  const slot = (at: number) => before.times[at]?.slotId ?? ''
  const taken = await book(school, 'amara', { slotId: slot(0), learner: 'mika' })
  await hide('families')
  const after = await timesFor(school, 'amara', 'mika', id)
  expect([after.booking?.slotId, after.times]).toEqual([slot(0), []])
  expect([await round('amara', id), await listed('amara', id)]).toEqual(['seen', true])
  // another household of the same child, and the family of a classmate
  for (const [key, learner] of [['tomas', 'mika'] as const, ['leila', 'noor'] as const]) {
    expect([key, await round(key, id), await listed(key, id)]).toEqual([key, 'not_found', false])
    expect((await book(school, key, { slotId: slot(1), learner })).code).toBe('not_found')
  }
  expect((await book(school, 'amara', { slotId: slot(1), learner: 'mika', replaces: taken.id })).code).toBe(
    'not_allowed',
  )
  expect([await round('mika', id), await round('rivera', id)]).toEqual(['seen', 'seen'])
  const back = await school.as('amara').ask(appointments.GiveBackSlot, { params: { id: taken.id } })
  expect([back.status, await round('amara', id)]).toEqual([200, 'not_found'])
})

test('hidden from learners: peers’ rounds, templates and events of the class are not there, what was begun is', async () => {
  await allowPeers(school)
  const roundId = await openCritiques(school)
  const classId = classOf('division-3')
  const written = await school.as('rivera').ask(collections.WriteTemplate, {
    params: { id: newId() },
    body: {
      title: 'Our year in Division 3',
      words: '',
      sections: [{ title: 'Proud of', belongs: '' }],
      classId,
    },
  })
  expect(written.status).toBe(200)
  const eventId = await openEvent(school, 'rivera', { classIds: [classId] })
  await join(school, 'mika', eventId)
  const found = async (key: string) => {
    const visitor = school.as(key)
    const [rounds, waiting, templates, event] = await Promise.all([
      visitor.ask(critiques.ListClassRounds, { params: { id: classId } }),
      visitor.ask(critiques.ListCritiquesWaiting),
      visitor.ask(collections.ListTemplates),
      visitor.ask(exhibitions.GetExhibition, { params: { id: eventId } }),
    ])
    return [
      rounds.status === 200,
      waiting.text.includes(roundId),
      templates.text.includes('Our year in Division 3'),
      event.status === 200,
    ]
  }
  expect(await found('noor')).toEqual([true, true, true, true])
  await hide('learners')
  expect(await found('noor')).toEqual([false, false, false, false])
  expect(await found('mika')).toEqual([false, false, false, true])
  expect(await found('dubois')).toEqual([true, false, true, true])
})

test('hidden from families: the timeline of their child does not name the class', async () => {
  const named = async (key: string) => {
    const { body } = await school.as(key).ask(GetTimeline, { params: { id: idOf('mika') } })
    return body.choices.classes.some(({ id }) => id === classOf('division-3'))
  }
  expect([await named('amara'), await named('mika')]).toEqual([true, true])
  await hide('families')
  expect([await named('amara'), await named('mika'), await named('rivera')]).toEqual([false, true, true])
  await hide('families', 'visible')
  await hide('learners')
  expect([await named('amara'), await named('mika'), await named('rivera')]).toEqual([true, false, true])
})

test('its teachers are told before how many times were agreed; nobody else is', async () => {
  const id = await openTimes(school)
  const count = (key: string) =>
    school.as(key).ask(appointments.CountAgreedTimes, { params: { id: division } })
  const before = (await count('rivera')).body.times
  await planTimes(school, id)
  const { times } = await timesFor(school, 'amara', 'mika', id)
  await book(school, 'amara', { slotId: times[0]?.slotId ?? '', learner: 'mika' })
  expect((await count('dubois')).body.times).toBe(before + 1)
  for (const key of ['mika', 'amara', 'okafor', 'chen', 'singh'])
    expect([key, (await count(key)).code]).toEqual([key, 'not_found'])
})

test('hidden from learners: its questions are not asked, and its sheets file work without naming it', async () => {
  const words = 'What did the creek teach you?'
  const added = await school.as('rivera').ask(reflections.AddOwnPrompt, {
    params: { id: newId() },
    body: { classId: classOf('division-3'), words, french: '' },
  })
  expect(added.status).toBe(200)
  const activityId = await invite(school)
  const print = { params: { id: classOf('division-3') }, body: { activityId } }
  await school.as('rivera').ask(papers.PrintPapers, print)
  const own = async () => (await school.as('mika').ask(papers.ListOwnPapers)).body.papers
  const sheet = (await own()).find(({ activity }) => activity?.id === activityId)
  const open = (key: string) => school.as(key).ask(papers.GetPaper, { params: { id: sheet?.id ?? '' } })
  const asked = async (key: string) =>
    (await school.as(key).ask(reflections.ListPrompts)).text.includes(words)
  expect([await asked('mika'), sheet?.space?.name]).toEqual([true, 'Division 3 (Grades 3/4)'])
  await hide('learners')
  expect(await asked('mika')).toBe(false)
  expect((await own()).find(({ id }) => id === sheet?.id)).toMatchObject({ space: null, activity: null })
  expect((await open('mika')).body).toMatchObject({ space: null, activity: null, mine: true })
  expect((await open('rivera')).body).toMatchObject({
    space: { classId: classOf('division-3') },
    learner: { id: idOf('mika') },
  })
})

import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { holdEvent, visitorAt, writeSlip } from '../../test/support/exhibiting.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { proposeShowcase, visit } from '../../test/support/showing.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { DeleteWork } from '../work/contract.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
beforeEach(() => {
  school.clock.now = new Date('2026-11-24T18:00:00Z')
})
afterAll(() => school.close())

const page = async (path: string) => (await visit(school, path)).body

test('what a learner typed for their placard is read by a teacher of theirs before guests read it', async () => {
  const { id, path, kioskPath, standId, shown, tableId } = await holdEvent(school)
  await school.as('minh').ask(contract.TakeStand, {
    params: { id: tableId },
    body: { exhibitionId: id, title: 'Another bridge' },
  })
  const retitle = (title: string) =>
    school.as('jonas').ask(contract.TakeStand, {
      params: { id: standId },
      body: { exhibitionId: id, title, showcaseId: shown.id },
    })
  const release = (key: string | null, title: string, of = standId) =>
    school.as(key).ask(contract.ReleaseTitle, { params: { id: of }, body: { title } })
  const cookie = await school.as('halvorsen').cookie()
  const everywhere = async () =>
    [
      await page(path),
      await page(kioskPath),
      (await visit(school, `/guest/placards/${id}`, { cookie })).body,
    ].map((body) => body.includes('Mr. H is a toad'))
  expect((await retitle('Mr. H is a toad')).status).toBe(200)
  // until it is read, guests are led by the name and by the title that was agreed to
  expect(await everywhere()).toEqual([false, false, false])
  expect(await page(path)).toContain('Jonas W.')
  for (const [key, code] of [
    ['jonas', 'not_allowed'],
    ['chen', 'not_allowed'],
    ['rivera', 'not_found'],
    ['ravi', 'not_found'],
    [null, 'not_signed_in'],
  ] as const)
    expect([key, (await release(key, 'Mr. H is a toad')).code]).toEqual([key, code])
  expect((await release('halvorsen', 'What light wants')).code).toBe('changed_elsewhere')
  expect((await release('halvorsen', 'Mr. H is a toad')).status).toBe(200)
  expect(await everywhere()).toEqual([true, true, true])
  // changed behind the teacher's back, it waits again
  expect((await retitle('Mr. H is a TOAD')).status).toBe(200)
  expect((await page(path)).includes('toad') || (await page(path)).includes('TOAD')).toBe(false)
  const table = (await visit(school, `/guest/placards/${id}`, { cookie })).body
  expect([table.includes('Minh T.'), table.includes('bridge')]).toEqual([true, false])
  expect((await release('halvorsen', 'Another bridge', tableId)).status).toBe(200)
  expect((await visit(school, `/guest/placards/${id}`, { cookie })).body).toContain('Another bridge')
})

test('who leaves takes their thanks along; thanks are also taken back by who wrote or who read them', async () => {
  const { id, path, standId } = await holdEvent(school)
  const thank = async (words: string) => {
    const cardId = newId()
    await school
      .as('jonas')
      .ask(contract.WriteCard, { params: { id: cardId }, body: { exhibitionId: id, words } })
    await school.as('halvorsen').ask(contract.ReleaseCard, { params: { id: cardId } })
    return cardId
  }
  const withdraw = (key: string | null, cardId: string) =>
    school.as(key).ask(contract.WithdrawCard, { params: { id: cardId } })
  const first = await thank('Thank you for asking.')
  expect(await page(path)).toContain('Thank you for asking.')
  for (const key of ['minh', 'chen', 'rivera', 'ravi'])
    expect([key, (await withdraw(key, first)).code]).toEqual([key, 'not_found'])
  expect((await withdraw('jonas', first)).status).toBe(200)
  expect(await page(path)).not.toContain('Thank you for asking.')
  const second = await thank('Thank you for staying.')
  expect((await withdraw('halvorsen', second)).status).toBe(200)
  expect(await page(path)).not.toContain('Thank you for staying.')
  // thanks said anew are taken back with what stood there before them
  await thank('Thank you, Mr. B from the bakery.')
  const anew = await thank('Thank you all.')
  expect((await withdraw('jonas', anew)).status).toBe(200)
  expect(await page(path)).not.toMatch(/bakery|Thank you all/)
  const { body } = await school.as('jonas').ask(contract.ListSlips, { params: { id } })
  expect(body.cards).toEqual([])
  await thank('Thank you for coming.')
  expect(await page(path)).toContain('Thank you for coming.')
  await school.as('jonas').ask(contract.LeaveStand, { params: { id: standId } })
  expect(await page(path)).not.toMatch(/Thank you for coming|Jonas/)
  school.clock.now = new Date('2026-11-25T09:00:00Z')
  expect(await page(path)).not.toContain('Thank you for coming.')
  const late = { params: { id: newId() }, body: { exhibitionId: id, words: 'Me again' } }
  expect((await school.as('jonas').ask(contract.WriteCard, late)).code).toBe('not_found')
})

test('classmates see who takes part, and not whose word is missing or was not given', async () => {
  const { id, standId } = await holdEvent(school)
  const stand = async (key: string) =>
    (await school.as(key).ask(contract.GetExhibition, { params: { id } })).body.stands.find(
      (one) => one.id === standId,
    )
  expect(await stand('minh')).toMatchObject({ showcase: 'open', waitsFor: [] })
  const asked = await proposeShowcase(school, 'jonas')
  const body = { exhibitionId: id, title: 'What light needs', showcaseId: asked.id }
  await school.as('jonas').ask(contract.TakeStand, { params: { id: standId }, body })
  const waits = { showcase: 'waiting', waitsFor: ['teacher'] }
  for (const key of ['jonas', 'halvorsen']) expect(await stand(key)).toMatchObject(waits)
  expect(await stand('minh')).toMatchObject({ showcase: null, waitsFor: [] })
})

test('a learner who leaves the class is not there for guests any more; what was written to them stays theirs', async () => {
  const { id, path, standId } = await holdEvent(school)
  await asTheSystem(
    school.program.ground,
    { reason: 'a learner leaves', districtId: castMember('jonas').districtId },
    ({ db }) =>
      db
        .updateTable('enrollment')
        .set({ closed_on: '2026-11-24' })
        .where('person_id', '=', castMember('jonas').id)
        .execute(),
  )
  expect(await page(path)).not.toContain('Jonas')
  expect((await visit(school, `${path}/${standId}`)).statusCode).toBe(404)
  const { stands } = (await school.as('halvorsen').ask(contract.GetExhibition, { params: { id } })).body
  expect(stands.find((one) => one.id === standId)).toMatchObject({ isHere: false })
  await asTheSystem(
    school.program.ground,
    { reason: 'and comes back', districtId: castMember('jonas').districtId },
    ({ db }) =>
      db
        .updateTable('enrollment')
        .set({ closed_on: null })
        .where('person_id', '=', castMember('jonas').id)
        .execute(),
  )
  expect(await page(path)).toContain('Jonas')
})

test('work that is deleted while guests walk round is gone from its stand, its file too; the stand stays', async () => {
  const { path, standId, shown } = await holdEvent(school)
  const at = `${path}/${standId}`
  const before = await page(at)
  const file = /src="(\/guest\/media\/[^"]+)"/.exec(before)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect([before.includes('Nobody helped me.'), (await visit(school, file)).statusCode]).toEqual([true, 200])
  await school.as('jonas').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: shown.pieceId } })
  expect((await page(at)).includes('Nobody helped me.')).toBe(false)
  expect((await visit(school, file)).statusCode).toBe(404)
  expect(await page(path)).toContain('Jonas W.')
})

test('abuse is put aside with a reason, and neither the learner nor the guest hears of it', async () => {
  const { id, path, standId } = await holdEvent(school)
  const at = `${path}/${standId}`
  const sent = await writeSlip(school, at, { words: 'You are stupid.' }, await visitorAt(school, at))
  expect(sent.statusCode).toBe(303)
  const slips = async (key: string) =>
    (await school.as(key).ask(contract.ListSlips, { params: { id } })).body.slips
  const [held] = await slips('halvorsen')
  const aside = { params: { id: held?.id ?? '' }, body: { releases: false, reason: 'Hurts.' } }
  expect((await school.as('halvorsen').ask(contract.DecideSlip, aside)).status).toBe(200)
  expect(await slips('jonas')).toEqual([])
  expect(await page(`${at}/slip?sent=yes`)).not.toMatch(/stupid|Hurts/)
  const listed = (await school.as('halvorsen').ask(contract.ListExhibitions, {})).body
  expect(listed.find((one) => one.id === id)?.held).toBe(0)
})

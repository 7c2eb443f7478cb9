import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherGroup, openGroup, say, seat, showIn } from '../../test/support/gathering.ts'
import { nightFalls } from '../../test/support/night.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { districtId } from '../demo/cast-schools.ts'
import { spaceOf } from '../demo/fill-people.ts'
import { asTheSystem } from '../platform/transaction.ts'
import * as spaces from '../spaces/contract.ts'
import * as work from '../work/contract.ts'
import * as remarks from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

type Group = Awaited<ReturnType<typeof gatherGroup>>
const reported = async (key: string, { remarkId }: Pick<Group, 'remarkId'>) =>
  (await school.as(key).ask(remarks.ListRemarkReports)).body.filter(({ remark }) => remark.id === remarkId)
const everybody = [
  'mika',
  'noor',
  'rivera',
  'okafor',
  'kai',
  'dubois',
  'amara',
  'leila',
  'chen',
  'singh',
  'ravi',
]
const readersOf = async (group: Group) => {
  const found = await Promise.all(everybody.map((key) => reported(key, group)))
  return everybody.filter((_, at) => (found[at]?.length ?? 0) > 0)
}
const hide = (key: string, { remarkId }: Group, hidden = true, id = newId()) =>
  school.as(key).ask(remarks.HideRemark, { params: { id }, body: { remarkId, hidden } })
const remove = (group: Group) =>
  school.as('mika').ask(work.DeleteWork, { params: { id: newId() }, body: { pieceId: group.pieceId } })

test('the work deleted, its report is read by the teachers of the space: the words, not the work', async () => {
  const group = await gatherGroup(school)
  expect(await reported('okafor', group)).toMatchObject([{ work: { pieceId: group.pieceId } }])
  expect((await remove(group)).status).toBe(200)
  expect(await readersOf(group)).toEqual(['rivera', 'okafor'])
  expect(await reported('okafor', group)).toMatchObject([
    {
      space: { id: group.id },
      work: { title: 'Crane', learner: { id: idOf('mika') }, pieceId: null },
      remark: { by: { id: idOf('noor') }, body: 'Like a goose?', reports: [{ by: { id: idOf('mika') } }] },
    },
  ])
  for (const key of ['rivera', 'okafor'])
    expect((await school.as(key).ask(work.GetPiece, { params: { id: group.pieceId } })).code).toBe(
      'not_found',
    )
  for (const key of ['noor', 'dubois', 'kai', 'chen']) expect((await hide(key, group)).code).toBe('not_found')
  const decisionId = newId()
  expect((await hide('okafor', group, true, decisionId)).status).toBe(200)
  expect(await readersOf(group)).toEqual([])
  // the answer was lost on the way and the device sends it again
  expect((await hide('okafor', group, true, decisionId)).status).toBe(200)
  expect((await hide('rivera', group, true, decisionId)).code).toBe('not_found')
  expect((await hide('okafor', group, false)).code).toBe('not_found')
})

test('erased, the words outlive the work until somebody has dealt with them, and no longer', async () => {
  const group = await gatherGroup(school)
  await school.as('noor').ask(remarks.TakeRemarkBack, { params: { id: group.remarkId } })
  await remove(group)
  await nightFalls(school, 31)
  await nightFalls(school, 1)
  expect(await readersOf(group)).toEqual(['rivera', 'okafor'])
  expect(await reported('rivera', group)).toMatchObject([
    { work: { title: 'Crane', pieceId: null }, remark: { takenBack: true, body: 'Like a goose?' } },
  ])
  expect((await hide('rivera', group, false)).status).toBe(200)
  await nightFalls(school, 1)
  expect(await readersOf(group)).toEqual([])
  const kept = await asTheSystem(
    school.program.ground,
    { reason: 'a test', districtId: districtId.nechako },
    ({ db }) => db.selectFrom('remark').select('body').where('space_id', '=', group.id).execute(),
  )
  expect(kept).toEqual([])
})

test('withdrawn from the space, or the space archived, it is read by those who keep the space', async () => {
  const { id: spaceId } = await openGroup(school, [seat('mika'), seat('noor'), seat('okafor', 'teacher')])
  await say(school, spaceId, 'remarks', 'yes')
  const piece = await showIn(school, spaceId)
  const remarkId = newId()
  const said = { pieceId: piece.id, spaceId, body: 'Ugly.' }
  await school.as('okafor').ask(remarks.LeaveRemark, { params: { id: remarkId }, body: said })
  await school.as('mika').ask(remarks.ReportRemark, { params: { id: newId() }, body: { remarkId, why: '' } })
  const group = { id: spaceId, pieceId: piece.id, iterationId: piece.iterationId, remarkId, earlierId: '' }
  await school.as('mika').ask(work.WithdrawShare, { params: { id: piece.shareId } })
  // never by whoever said it
  expect(await readersOf(group)).toEqual(['rivera'])
  await school.as('rivera').ask(spaces.ArchiveSpace, { params: { id: newId() }, body: { spaceId } })
  expect(await readersOf(group)).toEqual(['rivera'])
  expect((await hide('okafor', group)).code).toBe('not_found')
  expect((await hide('rivera', group)).status).toBe(200)
})

test('in a class that is over nobody is left to deal with a report, so it keeps no words that were taken back', async () => {
  const classId = classOf('division-3')
  const spaceId = spaceOf(classId)
  await say(school, spaceId, 'remarks', 'yes')
  const { id: pieceId, iterationId } = await showIn(school, spaceId)
  const group = { id: spaceId, pieceId, iterationId, remarkId: newId(), earlierId: '' }
  const { remarkId } = group
  const said = { pieceId, spaceId, body: 'Ugly.' }
  await school.as('noor').ask(remarks.LeaveRemark, { params: { id: remarkId }, body: said })
  await school.as('mika').ask(remarks.ReportRemark, { params: { id: newId() }, body: { remarkId, why: '' } })
  await school.as('noor').ask(remarks.TakeRemarkBack, { params: { id: remarkId } })
  const asSystem = <T>(act: Parameters<typeof asTheSystem<T>>[2]) =>
    asTheSystem(school.program.ground, { reason: 'a test', districtId: districtId.nechako }, act)
  const kept = () =>
    asSystem(({ db }) => db.selectFrom('remark').select('body').where('id', '=', remarkId).execute())
  await nightFalls(school, 31)
  expect([await kept(), await readersOf(group)]).toEqual([[{ body: 'Ugly.' }], ['rivera', 'dubois']])
  await asSystem(({ db }) =>
    db.updateTable('class').set({ closes_on: '2026-11-20' }).where('id', '=', classId).execute(),
  )
  await nightFalls(school, 31)
  expect(await kept()).toEqual([])
})

import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPiece } from '../../test/support/making.ts'
import { castMember, testMorning } from '../../test/support/cast.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AddPiece, DeleteWork, GetPiece } from '../work/contract.ts'
import { AnnounceMedia, GetMedia } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

const { districtId } = castMember('mika')
const day = 24 * 3_600_000

async function bringFile() {
  const id = newId()
  await school.as('mika').ask(AnnounceMedia, { params: { id }, body: { name: 'a.jpg', bytes: 10 } })
  return id
}

const isThere = async (id: string) =>
  (await school.as('mika').ask(GetMedia, { params: { id } })).status === 200

/** The whole night: until the worker has done all that follows it. */
async function nightFalls(daysLater: number) {
  school.clock.now = new Date(testMorning.getTime() + daysLater * day)
  const asSystem = <T>(work: Parameters<typeof asTheSystem<T>>[2]) =>
    asTheSystem(school.program.ground, { reason: 'test', districtId }, work)
  await asSystem(({ tell }) => tell('night.fell', { districtId, id: districtId }))
  for (let tries = 0; tries < 400; tries += 1) {
    const { rows } = await asSystem(({ db }) =>
      sql<{ state: string }>`select state from pgboss.job where name = 'night.fell'`.execute(db),
    )
    if (rows.length > 0 && rows.every(({ state }) => state === 'completed')) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  school.clock.now = testMorning
}

test('a file that nothing has held for 30 days goes in the night with the work erased then; a held one stays', async () => {
  const [loose, held] = [await bringFile(), await bringFile()]
  const parts = [{ kind: 'media' as const, mediaId: held }]
  await school
    .as('mika')
    .ask(AddPiece, { params: { id: newId() }, body: { iteration: { id: newId(), parts } } })
  const deleted = await addPiece(school, 'mika')
  await school.as('mika').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: deleted.id } })
  const piece = () => school.as('mika').ask(GetPiece, { params: { id: deleted.id } })

  await nightFalls(29)
  expect([await isThere(loose), (await piece()).status]).toEqual([true, 200])
  await nightFalls(31)
  expect([await isThere(loose), (await piece()).status]).toEqual([false, 404])
  expect(await isThere(held)).toBe(true)
})

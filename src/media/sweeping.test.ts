import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPiece } from '../../test/support/making.ts'
import { nightFalls } from '../../test/support/night.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { AddPiece, DeleteWork, GetPiece } from '../work/contract.ts'
import { AnnounceMedia, GetMedia } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

async function bringFile() {
  const id = newId()
  await school.as('mika').ask(AnnounceMedia, { params: { id }, body: { name: 'a.jpg', bytes: 10 } })
  return id
}

const isThere = async (id: string) =>
  (await school.as('mika').ask(GetMedia, { params: { id } })).status === 200

test('a file that nothing has held for 30 days goes in the night with the work erased then; a held one stays', async () => {
  const [loose, held] = [await bringFile(), await bringFile()]
  const parts = [{ kind: 'media' as const, mediaId: held }]
  await school
    .as('mika')
    .ask(AddPiece, { params: { id: newId() }, body: { iteration: { id: newId(), parts } } })
  const deleted = await addPiece(school, 'mika')
  await school.as('mika').ask(DeleteWork, { params: { id: newId() }, body: { pieceId: deleted.id } })
  const piece = () => school.as('mika').ask(GetPiece, { params: { id: deleted.id } })

  await nightFalls(school, 29)
  expect([await isThere(loose), (await piece()).status]).toEqual([true, 200])
  await nightFalls(school, 31)
  expect([await isThere(loose), (await piece()).status]).toEqual([false, 404])
  expect(await isThere(held)).toBe(true)
})

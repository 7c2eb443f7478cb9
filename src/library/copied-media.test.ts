import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as activities from '../activities/contract.ts'
import { fetchPicture, placePicture } from '../../test/matrix/exhibit.ts'
import { nightFalls } from '../../test/support/night.ts'
import { invite } from '../../test/support/inviting.ts'
import { classOf, openSchool, type School } from '../../test/support/school.ts'
import * as library from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({ works: true })
})
afterAll(() => school.close())

const picture = async (key: string, id: string) => (await fetchPicture(school, key, id)).status
const remove = (key: string, activityId: string) =>
  school.as(key).ask(activities.DeleteActivity, { params: { id: newId() }, body: { activityId } })

test('a picture stays with the copy when what it was copied from is erased, and goes with the last that holds it', async () => {
  const mediaId = newId()
  await placePicture(school, mediaId, 'rivera')
  const id = await invite(school, { attached: [{ mediaId }] })
  expect([await picture('mika', mediaId), await picture('theo', mediaId)]).toEqual([200, 404])

  const itemId = newId()
  const shelved = { activityId: id, shelf: 'school' }
  await school.as('rivera').ask(library.PublishItem, { params: { id: itemId }, body: shelved })
  expect([await picture('okafor', mediaId), await picture('halvorsen', mediaId)]).toEqual([200, 404])

  const copyId = newId()
  const from = { classId: classOf('kindergarten'), activityId: id, itemId }
  await school.as('okafor').ask(library.CopyActivity, { params: { id: copyId }, body: from })
  await school.as('okafor').ask(activities.PublishActivity, { params: { id: copyId } })
  await remove('rivera', id)
  expect([await picture('theo', mediaId), await picture('mika', mediaId)]).toEqual([200, 404])

  await nightFalls(school, 31)
  const copied = await school.as('okafor').ask(activities.GetActivity, { params: { id: copyId } })
  expect(copied.body.origin?.title).toBe('A leaf up close')
  expect(await picture('theo', mediaId)).toBe(200)

  // a copy is edited with the pictures that came with it
  const attached = [{ mediaId, caption: 'Veins', alt: 'A leaf' }]
  const revised = await school.as('okafor').ask(activities.ReviseActivity, {
    params: { id: copyId, revision: '2' },
    body: { title: 'Ours', attached },
  })
  expect(revised.status).toBe(200)

  await remove('okafor', copyId)
  await nightFalls(school, 62)
  expect(await picture('okafor', mediaId)).toBe(404)
  const gone = await school.as('rivera').ask(activities.WriteActivity, {
    params: { id: newId() },
    body: { classId: classOf('division-3'), title: 'Again', attached },
  })
  expect(gone.code).toBe('not_found')
})

test('nobody takes a file into an activity that they could not reach', async () => {
  const mediaId = newId()
  await placePicture(school, mediaId, 'mika')
  const body = { classId: classOf('division-3'), title: 'Stolen', attached: [{ mediaId }] }
  const written = await school.as('rivera').ask(activities.WriteActivity, { params: { id: newId() }, body })
  expect(written.code).toBe('not_found')
})

import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool, type School } from '../../test/support/school.ts'
import { AnnounceMedia } from '../media/contract.ts'
import { GetDrawing, KeepDrawing } from './contract.ts'
import { type Drawing, emptySheet } from './drawing.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const star: Drawing = {
  ...emptySheet(false),
  marks: [
    { kind: 'stamp', layer: 1, shape: 'star', ink: 'red', x: 800, y: 600, size: 160 },
    {
      kind: 'stroke',
      layer: 0,
      tool: 'pen',
      ink: 'blue',
      width: 'fine',
      points: [1, 2, 50, 3, 4, 60],
      felt: true,
    },
  ],
}

async function picture(key: string): Promise<string> {
  const id = newId()
  await school.as(key).ask(AnnounceMedia, { params: { id }, body: { name: 'My drawing.png', bytes: 10 } })
  return id
}

const keep = (key: string, id: string, drawing: unknown) =>
  school.as(key).ask(KeepDrawing, { params: { id }, body: { drawing } })

test('whoever drew a picture gets its marks back, and nobody else does', async () => {
  const id = await picture('mika')
  expect((await keep('mika', id, star)).status).toBe(200)
  const mine = await school.as('mika').ask(GetDrawing, { params: { id } })
  expect(mine.body.drawing).toEqual(star)
  for (const other of ['theo', 'rivera', 'amara', 'chen', null]) {
    const answer = await school.as(other).ask(GetDrawing, { params: { id } })
    expect([other, answer.code]).toEqual([other, other === null ? 'not_signed_in' : 'not_found'])
  }
})

test('sent twice it is kept once, and other marks under the same picture are refused', async () => {
  const id = await picture('mika')
  await keep('mika', id, star)
  expect((await keep('mika', id, star)).status).toBe(200)
  expect((await keep('mika', id, { ...star, marks: [] })).code).toBe('id_taken')
})

test("nobody keeps marks for another's picture, or for one that is not there", async () => {
  const id = await picture('theo')
  expect((await keep('mika', id, star)).code).toBe('not_found')
  expect((await keep('mika', newId(), star)).code).toBe('not_found')
  expect((await school.as('theo').ask(GetDrawing, { params: { id } })).code).toBe('not_found')
})

test.each([
  ['a photo from elsewhere', { background: 'https://tracker.example/x.jpg' }],
  ['a photo that is a page', { background: 'data:text/html;base64,AAAA' }],
  ['a color nobody knows', { marks: [{ ...star.marks[0], ink: 'url(x)' }] }],
  ['points that are not points', { marks: [{ ...star.marks[1], points: [1, 2] }] }],
  ['a sheet too large for any device', { width: 100_000 }],
])('%s is refused', async (_, wrong) => {
  expect((await keep('mika', await picture('mika'), { ...star, ...wrong })).status).toBe(400)
})

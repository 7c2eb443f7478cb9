import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { openSchool, idOf, classOf, type School } from '../../test/support/school.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AddPiece, GetPiece, PostForLearners } from '../work/contract.ts'
import { AnnounceMedia, GetMedia, ListTranscripts, WriteTranscript } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const captions = 'WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nIt holds.\n'
const spoken = { locale: 'en', words: 'It holds the book.', captions }

async function bring(key: string) {
  const id = newId()
  await school.as(key).ask(AnnounceMedia, { params: { id }, body: { name: 'talk.webm', bytes: 10 } })
  return id
}
const write = (key: string | null, id: string, revision: number, body: object = spoken) =>
  school.as(key).ask(WriteTranscript, { params: { id, revision }, body })

async function carry(key: string, mediaId: string, audience?: string) {
  const id = newId()
  const shares = audience ? [{ id: newId(), audience }] : []
  const parts = [{ kind: 'media' as const, mediaId }]
  await school.as(key).ask(AddPiece, { params: { id }, body: { iteration: { id: newId(), parts }, shares } })
  return id
}

async function mediaIn(key: string, pieceId: string) {
  const { body } = await school.as(key).ask(GetPiece, { params: { id: pieceId } })
  const part = body.iterations[0]?.parts[0]
  if (part?.kind !== 'media') throw new Error('no media there')
  return part.media
}
const fetchAs = async (key: string, url: string) =>
  school.program.app.inject({ url, headers: { cookie: await school.as(key).cookie() } })

test('whoever recorded it writes down what is said, and those who may see it read it and hear it captioned', async () => {
  const id = await bring('mika')
  expect((await write('mika', id, 1)).status).toBe(200)
  const pieceId = await carry('mika', id, 'family')
  const { transcript } = await mediaIn('amara', pieceId)
  expect(transcript).toMatchObject({ revision: 1, locale: 'en' })
  const shown = await fetchAs('amara', transcript?.captions ?? '')
  expect(shown.headers['content-type']).toBe('text/vtt; charset=utf-8')
  expect(shown.body).toBe(captions)
  expect((await fetchAs('amara', transcript?.words ?? '')).body).toBe('It holds the book.')
  // made for Amara: in other hands it opens nothing
  expect((await fetchAs('tomas', transcript?.captions ?? '')).statusCode).toBe(403)
})

test('words to read are made of the captions when nobody typed any, and nothing written is nothing shown', async () => {
  const id = await bring('mika')
  await write('mika', id, 1, { locale: 'fr', captions })
  const { body } = await school.as('mika').ask(GetMedia, { params: { id } })
  expect((await fetchAs('mika', body.transcript?.words ?? '')).body).toBe('It holds.')
  await write('mika', id, 2, { locale: 'fr' })
  expect((await school.as('mika').ask(GetMedia, { params: { id } })).body.transcript).toBeNull()
})

test('an edit keeps what was before; sent twice it is kept once; against an older state it is refused', async () => {
  const id = await bring('mika')
  await carry('mika', id)
  await write('mika', id, 1)
  await write('mika', id, 2, { ...spoken, words: 'It held.' })
  expect((await write('mika', id, 2, { ...spoken, words: 'It held.' })).status).toBe(200)
  expect((await write('mika', id, 2, { ...spoken, words: 'Other.' })).code).toBe('changed_elsewhere')
  expect((await write('mika', id, 9)).code).toBe('changed_elsewhere')
  const { body } = await school.as('mika').ask(ListTranscripts, { params: { id } })
  expect(body.map(({ revision, words, writtenBy }) => [revision, words, writtenBy.id])).toEqual([
    [2, 'It held.', idOf('mika')],
    [1, 'It holds the book.', idOf('mika')],
  ])
})

test('what is no captions is refused and nothing is kept', async () => {
  const id = await bring('mika')
  const answer = await write('mika', id, 1, { locale: 'en', captions: '<script>alert(1)</script>' })
  expect(answer.code).toBe('invalid')
  expect((await write('mika', id, 1, { ...spoken, locale: 'not a language' })).code).toBe('invalid')
  expect((await school.as('mika').ask(ListTranscripts, { params: { id } })).body).toEqual([])
})

test.each(['rivera', 'amara', 'noor', 'derek', 'ravi', 'chen', null])(
  '%s writes no words into her mouth',
  async (key) => {
    const id = await bring('mika')
    const shared = await carry('mika', id, 'teachers')
    const answer = await write(key, id, 1)
    const wanted = key === null ? 'not_signed_in' : key === 'rivera' ? 'not_allowed' : 'not_found'
    expect(answer.code).toBe(wanted)
    expect((await school.as(key).ask(ListTranscripts, { params: { id } })).code).toBe(wanted)
    expect((await mediaIn('mika', shared)).transcript).toBeNull()
  },
)

test('of a film several learners are in, neither one of them nor the teacher who brought it speaks for all', async () => {
  const mediaId = await bring('rivera')
  expect((await write('rivera', mediaId, 1)).status).toBe(200)
  const pieces = ['mika', 'noor'].map((key) => ({ id: newId(), iterationId: newId(), learnerId: idOf(key) }))
  const posted = await school.as('rivera').ask(PostForLearners, {
    params: { id: newId() },
    body: {
      classId: classOf('division-3'),
      parts: [{ kind: 'media', mediaId }],
      audiences: ['teachers'],
      pieces,
    },
  })
  expect(posted.status).toBe(200)
  for (const key of ['mika', 'noor', 'rivera'])
    expect((await write(key, mediaId, 2)).code).toBe('not_allowed')
})

test('the words go when the recording goes', async () => {
  const id = await bring('mika')
  await write('mika', id, 1)
  const { districtId } = castMember('mika')
  const left = await asTheSystem(school.program.ground, { reason: 'test', districtId }, async ({ db }) => {
    await db.deleteFrom('media').where('id', '=', id).execute()
    return db.selectFrom('transcript').select('revision').where('media_id', '=', id).execute()
  })
  expect(left).toEqual([])
})

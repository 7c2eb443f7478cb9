import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptPack, answerTo, claim, suggest, tag } from '../../test/support/claiming.ts'
import { addPiece } from '../../test/support/making.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import * as contract from './contract.ts'

/** Product rule 2, tried through the API by every kind of adult there is. Mika is in grade 4. */
let school: School
let competencyId: string
const kept: { claimId?: string; pieceId?: string; tagId?: string; suggestionId?: string } = {}
beforeAll(async () => {
  school = await openSchool()
  const { competency } = await adoptPack(school)
  competencyId = competency('Collaborating')
  const words = 'I can wait for my turn.'
  kept.claimId = (await claim(school, 'mika', { competencyId, words, audiences: ['teachers', 'family'] })).id
  kept.pieceId = (await addPiece(school, 'mika', ['teachers', 'family', 'class'])).id
  kept.tagId = (await tag(school, 'mika', { pieceId: kept.pieceId, competencyId })).id
  const suggested = { pieceId: kept.pieceId, competencyId: competency('Creative Thinking') }
  kept.suggestionId = (await suggest(school, 'rivera', suggested)).id
})
afterAll(() => school.close())

/** Who sees what Mika shared is told that it is not theirs; for the others it is not there. */
const adults: Record<string, 'not_allowed' | 'not_found'> = {
  rivera: 'not_allowed',
  dubois: 'not_allowed',
  amara: 'not_allowed',
  tomas: 'not_allowed',
  okafor: 'not_found',
  halvorsen: 'not_found',
  leila: 'not_found',
  chen: 'not_found',
  singh: 'not_found',
  marsh: 'not_found',
}

describe.each(Object.entries(adults))('%s', (key, code) => {
  test('cannot say what Mika can do, not even as a scribe', async () => {
    const body = { learnerId: idOf('mika'), competencyId, words: 'Mika can lead a group.' }
    expect((await claim(school, key, body)).answer.code).toBe(code)
  })

  test('cannot put it differently, share it, delete it or bring it back', async () => {
    const params = { id: kept.claimId }
    const said = { words: 'Mika can lead.' }
    const tries = [
      await school.as(key).ask(contract.ReviseClaim, { params: { ...params, revision: '2' }, body: said }),
      await school.as(key).ask(contract.ShareClaim, { params, body: { audiences: [] } }),
      await school.as(key).ask(contract.DeleteClaim, { params }),
    ]
    expect(tries.map((answer) => answer.code)).toEqual([code, code, code])
    expect((await school.as(key).ask(contract.RestoreClaim, { params })).code).toBe('not_found')
  })

  test('cannot write over it under its own id', async () => {
    const body = { learnerId: idOf('mika'), competencyId, words: 'Mika can lead.' }
    expect((await claim(school, key, body, kept.claimId)).answer.code).toBe(code)
  })

  test('cannot tag her work or take her tag off', async () => {
    const body = { pieceId: kept.pieceId, competencyId }
    expect((await tag(school, key, body)).answer.code).toBe(code)
    const off = await school.as(key).ask(contract.RemoveTag, { params: { id: kept.tagId } })
    expect(off.code).toBe(code)
  })

  test('cannot accept or leave a suggestion in her place', async () => {
    // a suggestion is between Mika and the teacher who made it
    const expected = key === 'rivera' ? 'not_allowed' : 'not_found'
    for (const answer of ['accepted', 'left'] as const)
      expect((await answerTo(school, key, kept.suggestionId ?? '', answer)).code).toBe(expected)
  })
})

test('an adult has no portfolio to claim in either', async () => {
  for (const key of Object.keys(adults))
    expect((await claim(school, key, { competencyId, words: 'I can teach.' })).answer.code).toBe(
      'not_allowed',
    )
})

test('guardians do not suggest, nor do those who do not teach her', async () => {
  const body = { pieceId: kept.pieceId, competencyId }
  for (const key of ['amara', 'tomas', 'noor', 'mika'])
    expect((await suggest(school, key, body)).answer.code).toBe('not_allowed')
  for (const key of ['okafor', 'chen', 'singh', 'marsh'])
    expect((await suggest(school, key, body)).answer.code).toBe('not_found')
})

test('after all that, everything stands as Mika left it', async () => {
  const { claims } = (await school.as('mika').ask(contract.ListClaims, { params: { id: idOf('mika') } })).body
  expect(claims).toMatchObject([
    {
      id: kept.claimId,
      words: 'I can wait for my turn.',
      revision: 1,
      scribe: null,
      audiences: ['family', 'teachers'],
    },
  ])
  const page = await school.as('mika').ask(contract.ListPieceTags, { params: { id: kept.pieceId } })
  expect(page.body.tags.map(({ id }) => id)).toEqual([kept.tagId])
  expect(page.body.suggestions.map(({ id }) => id)).toEqual([kept.suggestionId])
})

test('a classmate sees the piece and none of its tags', async () => {
  const asked = await school.as('noor').ask(contract.ListPieceTags, { params: { id: kept.pieceId } })
  expect(asked.code).toBe('not_found')
  expect((await tag(school, 'noor', { pieceId: kept.pieceId, competencyId }, newId())).answer.code).toBe(
    'not_allowed',
  )
})

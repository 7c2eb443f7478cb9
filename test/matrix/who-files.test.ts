import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as filings from '../../src/filings/contract.ts'
import { AddReflection } from '../../src/reflections/contract.ts'
import * as work from '../../src/work/contract.ts'
import { placeMedia } from '../support/making.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { filingActs, type FilingAct, filingMatrix, filingRowOf, type FilingStanding } from './who-files.ts'
import { people } from './who-may.ts'

type Filed = { pieceId: string; iterationId: string; deletionId: string }

async function file(school: School, standing: FilingStanding): Promise<Filed> {
  const filed = { pieceId: newId(), iterationId: newId(), deletionId: newId() }
  const { pieceId: id, iterationId } = filed
  const parts = [{ kind: 'media', mediaId: await placeMedia(school, 'rivera', 'picture') }]
  const pieces = [{ id, iterationId, learnerId: idOf('mika') }]
  const body = { classId: classOf('division-3'), parts, audiences: [], pieces }
  await school.as('rivera').ask(work.PostForLearners, { params: { id: newId() }, body })
  const mika = school.as('mika')
  if (standing === 'which Mika wrote about') {
    const about = { pieceId: id, stage: 'finished', body: 'I remember.' }
    await mika.ask(AddReflection, { params: { id: newId() }, body: about })
  }
  if (standing === 'which Mika keeps to herself')
    for (const share of (await mika.ask(work.GetPiece, { params: { id } })).body.shares)
      await mika.ask(work.WithdrawShare, { params: { id: share.id } })
  return filed
}

function attempt(school: School, key: string | null, act: FilingAct, filed: Filed, other: Filed) {
  const visitor = school.as(key)
  switch (act) {
    case 'list':
      return visitor.ask(filings.ListFilings, { params: { id: classOf('division-3') } })
    case 'beside':
      return visitor.ask(filings.ListPieceFilings, { params: { id: filed.pieceId } })
    case 'move': {
      const to = { learnerId: idOf('noor'), newPieceId: newId(), newIterationId: newId() }
      const body = { iterationId: other.iterationId, ...to }
      return visitor.ask(filings.MoveFiling, { params: { id: newId() }, body })
    }
    case 'take back': {
      const { deletionId: id, iterationId } = filed
      return visitor.ask(filings.TakeBackFiling, { params: { id }, body: { iterationId } })
    }
    case 'put back':
      return visitor.ask(filings.PutBackFiling, { params: { id: filed.deletionId } })
  }
}

describe.each(Object.keys(filingMatrix) as FilingStanding[])('filed to Mika, %s', (standing) => {
  let school: School
  beforeAll(async () => {
    school = await openSchool()
  })
  afterAll(() => school.close())

  test.each(Object.keys(people))('%s', async (person) => {
    const [filed, other] = [await file(school, standing), await file(school, standing)]
    const found: string[] = []
    for (const act of filingActs) {
      const answer = await attempt(school, person === 'nobody' ? null : person, act, filed, other)
      found.push(`${act}: ${answer.code === 'built_upon' ? 'n' : letterOf(answer)}`)
    }
    const expected = filingRowOf(standing, person).split(' ')
    expect(found).toEqual(filingActs.map((act, place) => `${act}: ${expected[place]}`))
  })
})

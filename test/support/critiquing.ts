import { v7 as newId } from 'uuid'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as critiques from '../../src/critiques/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { addPiece } from './making.ts'
import { classOf, idOf, type School } from './school.ts'

async function must(school: School, key: string, endpoint: Endpoint, params: object, body?: object) {
  const answer = await school.as(key).ask(endpoint, { params, ...(body ? { body } : {}) })
  if (answer.status !== 200) throw new Error(`${endpoint.name} by ${key}: ${answer.text}`)
}

export async function allowPeers(school: School, allowed = true, classKey = 'division-3', by = 'rivera') {
  const body = { spaceId: spaceOf(classOf(classKey)), allowed }
  await must(school, by, critiques.SetPeerFeedback, { id: newId() }, body)
}

type Opening = {
  tables?: string[][]
  protocol?: 'kind-specific-helpful' | 'critical-response'
  gives?: number
  opensOn?: string
  closesOn?: string
}

export async function openRound(school: School, opening: Opening = {}): Promise<string> {
  const { tables = [['mika', 'noor', 'kai']], protocol = 'kind-specific-helpful', gives = 1 } = opening
  const roundId = newId()
  await must(
    school,
    'rivera',
    critiques.OpenCritiqueRound,
    { id: roundId },
    {
      classId: classOf('division-3'),
      title: 'Before the showcase',
      protocol,
      gives,
      opensOn: opening.opensOn ?? '2026-11-23',
      closesOn: opening.closesOn ?? '2026-11-27',
      tables: tables.map((table) => table.map(idOf)),
    },
  )
  return roundId
}

/** Somebody lays a new piece of their own on the table, which nobody else sees otherwise. */
export async function bringNew(school: School, key: string, roundId: string, question = '') {
  const piece = await addPiece(school, key)
  const bringingId = newId()
  const body = { roundId, iterationId: piece.iterationId, question }
  await must(school, key, critiques.BringPiece, { id: bringingId }, body)
  return { bringingId, pieceId: piece.id, iterationId: piece.iterationId }
}

export const kindWords = [
  { step: 'kind', text: 'I like how the wings match.' },
  { step: 'specific', text: 'In the lower left corner.' },
  { step: 'helpful', text: 'You could try a darker line.' },
]

export async function giveCritique(
  school: School,
  key: string,
  bringingId: string,
  words: { step: string; text: string }[] = kindWords,
): Promise<string> {
  const id = newId()
  await must(school, key, critiques.GiveCritique, { id }, { bringingId, words })
  return id
}

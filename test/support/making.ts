import { v7 as newId } from 'uuid'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as feedback from '../../src/feedback/contract.ts'
import * as work from '../../src/work/contract.ts'
import type { Audience } from '../../src/work/piece.ts'
import { classOf, type School } from './school.ts'

/** What tests make again and again, made as a member of the cast would make it. */
export const text = (words: string) => [{ kind: 'text' as const, text: words }]

export async function addPiece(
  school: School,
  key: string,
  audiences: Audience[] = [],
  classKey = 'division-3',
) {
  const id = newId()
  const iterationId = newId()
  const shares = audiences.map((audience) => ({
    id: newId(),
    audience,
    ...(audience === 'class' ? { spaceId: spaceOf(classOf(classKey)) } : {}),
  }))
  const answer = await school.as(key).ask(work.AddPiece, {
    params: { id },
    body: { iteration: { id: iterationId, parts: text(`by ${key}`) }, shares },
  })
  if (answer.status !== 200) throw new Error(answer.text)
  return { id, iterationId, shareIds: shares.map((share) => share.id) }
}

export async function addIteration(school: School, key: string, pieceId: string) {
  const id = newId()
  const answer = await school.as(key).ask(work.AddIteration, {
    params: { id },
    body: { pieceId, parts: text('another attempt'), whatChanged: 'bolder lines' },
  })
  if (answer.status !== 200) throw new Error(answer.text)
  return { id, number: answer.body.number }
}

export async function giveFeedback(school: School, key: string, iterationId: string) {
  const id = newId()
  const answer = await school
    .as(key)
    .ask(feedback.GiveFeedback, { params: { id }, body: { iterationId, body: 'Look closely at the wings.' } })
  if (answer.status !== 200) throw new Error(answer.text)
  return id
}

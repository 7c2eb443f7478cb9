import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as feedback from '../../src/feedback/contract.ts'
import type { MediaKind } from '../../src/media/media.ts'
import type { InputOf } from '../../src/platform/contract.ts'
import { sql } from '../../src/platform/database.ts'
import { hashOfToken } from '../../src/platform/session-token.ts'
import { asTheSystem, asViewer } from '../../src/platform/transaction.ts'
import * as work from '../../src/work/contract.ts'
import type { Audience } from '../../src/work/piece.ts'
import { castMember } from './cast.ts'
import { classOf, type School } from './school.ts'

type NewPart = Partial<InputOf<typeof work.AddIteration>['parts'][number]>

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

/** A piece of several parts, seen by the learner's teachers and family unless told otherwise. */
export async function addPieceOf(
  school: School,
  key: string,
  parts: NewPart[],
  audiences: Audience[] = ['teachers', 'family'],
) {
  const id = newId()
  const iterationId = newId()
  const shares = audiences.map((audience) => ({
    id: newId(),
    audience,
    ...(audience === 'class' ? { spaceId: spaceOf(classOf('division-3')) } : {}),
  }))
  const body = { iteration: { id: iterationId, parts }, shares }
  const answer = await school.as(key).ask(work.AddPiece, { params: { id }, body })
  if (answer.status !== 200) throw new Error(answer.text)
  return { id, iterationId, shareIds: shares.map((share) => share.id) }
}

/** A file of somebody's as the worker leaves it, without sending one through it. */
export async function placeMedia(school: School, key: string, kind: MediaKind): Promise<string> {
  const id = newId()
  const { id: owner, districtId } = castMember(key)
  const facts = { picture: 'image/png', audio: 'audio/webm', video: 'video/webm' } as Record<string, string>
  await asTheSystem(school.program.ground, { reason: 'place a file', districtId }, async ({ db }) => {
    await sql`insert into media (id, district_id, uploaded_by, original_name, byte_size, state, kind, type, width, height, created_at)
      values (${id}, ${districtId}, ${owner}, ${`${kind}.bin`}, 3, 'ready', ${kind},
        ${facts[kind] ?? 'application/pdf'}, 400, 300, cairn_now())`.execute(db)
    await sql`insert into rendition (media_id, district_id, name, type, width, height, byte_size)
      values (${id}, ${districtId}, 'full', ${facts[kind] ?? 'application/pdf'}, 400, 300, 3)`.execute(db)
  })
  const { storage } = school.program
  const path = join(await storage.workFolder(id), 'full')
  await writeFile(path, 'abc')
  await storage.keep(id, [{ name: 'full', path }])
  return id
}

/** Fetches a file with an address the server would hand this very person, so that only the carriers decide. */
export async function fetchMedia(
  school: School,
  key: string | null,
  mediaId: string,
  rendition = 'full',
): Promise<number> {
  const cookie = await school.as(key).cookie()
  if (key === null) {
    const barred = `/media/${mediaId}/${rendition}?until=1&key=00`
    return (await school.program.app.inject({ method: 'GET', url: barred })).statusCode
  }
  const token = cookie.slice(cookie.indexOf('=') + 1)
  const found = await asViewer(school.program.ground, { tokenHash: hashOfToken(token) }, ({ db }) =>
    sql<{ address: string }>`select media_address(${mediaId}::uuid, ${rendition}) as address`.execute(db),
  )
  const url = found.rows[0]?.address ?? ''
  return (await school.program.app.inject({ method: 'GET', url, headers: { cookie } })).statusCode
}

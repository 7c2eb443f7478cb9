import { v7 as newId } from 'uuid'
import { sql } from '../../src/platform/database.ts'
import { asTheSystem } from '../../src/platform/transaction.ts'
import * as feedback from '../../src/feedback/contract.ts'
import * as work from '../../src/work/contract.ts'
import { asViewer } from '../../src/platform/transaction.ts'
import { hashOfToken } from '../../src/platform/session-token.ts'
import { classOf, idOf, type School } from '../support/school.ts'
import { castMember } from '../support/cast.ts'
import { spaceOf } from '../../src/demo/fill-people.ts'
import type { Act, Sharing } from './who-may.ts'

/** A piece of Mika's with a picture, shared as asked, answered by her teacher while he could see it. */
export type Exhibit = {
  pieceId: string
  iterationId: string
  shareId: string
  mediaId: string
  feedbackId: string
}

const words = (text: string) => [{ kind: 'text' as const, text }]

export async function hang(school: School, sharing: Sharing): Promise<Exhibit> {
  const mika = school.as('mika')
  const ids = {
    pieceId: newId(),
    iterationId: newId(),
    shareId: newId(),
    mediaId: newId(),
    feedbackId: newId(),
  }
  await placePicture(school, ids.mediaId)
  const parts = [...words('a butterfly'), { kind: 'media' as const, mediaId: ids.mediaId }]
  await mika.ask(work.AddPiece, {
    params: { id: ids.pieceId },
    body: { iteration: { id: ids.iterationId, parts } },
  })
  await giveFeedbackWhileShared(school, ids)
  const share = shareFor(sharing)
  if (share)
    await mika.ask(work.SharePiece, { params: { id: ids.shareId }, body: { pieceId: ids.pieceId, ...share } })
  if (sharing === 'deleted')
    await mika.ask(work.DeleteWork, { params: { id: newId() }, body: { pieceId: ids.pieceId } })
  return ids
}

export function shareFor(sharing: Sharing) {
  if (sharing === 'only me') return undefined
  if (sharing === 'my family') return { audience: 'family' }
  if (sharing === 'my class') return { audience: 'class', spaceId: spaceOf(classOf('division-3')) }
  return { audience: 'teachers' }
}

async function giveFeedbackWhileShared(school: School, ids: Exhibit): Promise<void> {
  const once = newId()
  await school
    .as('mika')
    .ask(work.SharePiece, { params: { id: once }, body: { pieceId: ids.pieceId, audience: 'teachers' } })
  await school.as('rivera').ask(feedback.GiveFeedback, {
    params: { id: ids.feedbackId },
    body: { iterationId: ids.iterationId, body: 'Look at the wings.' },
  })
  await school.as('mika').ask(work.WithdrawShare, { params: { id: once } })
}

/** A picture as the worker leaves it, without sending one through it each time. */
export async function placePicture(school: School, id: string, by = 'mika'): Promise<void> {
  const { districtId } = castMember(by)
  await asTheSystem(school.program.ground, { reason: 'hang a picture', districtId }, async ({ db }) => {
    await sql`insert into media (id, district_id, uploaded_by, original_name, byte_size, state, kind, type, created_at)
      values (${id}, ${districtId}, ${idOf(by)}, 'wings.png', 3, 'ready', 'picture', 'image/png', cairn_now())`.execute(
      db,
    )
    await sql`insert into rendition (media_id, district_id, name, type, byte_size)
      values (${id}, ${districtId}, 'small', 'image/png', 3)`.execute(db)
  })
  const { storage } = school.program
  const { writeFile } = await import('node:fs/promises')
  const path = `${await storage.workFolder(id)}/small`
  await writeFile(path, 'png')
  await storage.keep(id, [{ name: 'small', path }])
}

/** Does one act as one person, and says how it was answered. */
export function attempt(school: School, person: string | null, act: Act, to: Exhibit) {
  const visitor = school.as(person)
  const piece = { params: { id: to.pieceId } }
  const parts = words('changed')
  switch (act) {
    case 'see':
      return visitor.ask(work.GetPiece, piece)
    case 'who':
      return visitor.ask(work.WhoSees, piece)
    case 'picture':
      return fetchPicture(school, person, to.mediaId)
    case 'feedback':
      return visitor.ask(feedback.ListFeedback, piece)
    case 'earlier':
      return visitor.ask(work.ListRevisions, { params: { id: to.iterationId } })
    case 'add':
      return visitor.ask(work.AddIteration, { params: { id: newId() }, body: { pieceId: to.pieceId, parts } })
    case 'edit':
      return visitor.ask(work.ReviseIteration, {
        params: { id: to.iterationId, revision: '2' },
        body: { parts },
      })
    case 'rename':
      return visitor.ask(work.RenamePiece, { params: { id: to.pieceId }, body: { title: 'Mine now' } })
    case 'share':
      return visitor.ask(work.SharePiece, {
        params: { id: newId() },
        body: { pieceId: to.pieceId, audience: 'family' },
      })
    case 'withdraw':
      return visitor.ask(work.WithdrawShare, { params: { id: to.shareId } })
    case 'delete':
      return visitor.ask(work.DeleteWork, { params: { id: newId() }, body: { pieceId: to.pieceId } })
    case 'give':
      return visitor.ask(feedback.GiveFeedback, {
        params: { id: newId() },
        body: { iterationId: to.iterationId, body: 'Hm.' },
      })
    case 'reply':
      return visitor.ask(feedback.ReplyToFeedback, {
        params: { id: newId() },
        body: { feedbackId: to.feedbackId, kind: 'used' },
      })
  }
}

/** Fetches with the very address the server would hand this person, so that only the carrier's rule decides. */
export async function fetchPicture(school: School, person: string | null, mediaId: string) {
  const { app } = school.program
  const cookie = await school.as(person).cookie()
  const address =
    person === null ? `/media/${mediaId}/small?until=1&key=00` : await addressFor(school, cookie, mediaId)
  const answer = await app.inject({ method: 'GET', url: address, headers: { cookie } })
  const code = answer.statusCode === 200 ? undefined : answer.json().error.code
  return { status: answer.statusCode, code }
}

function addressFor(school: School, cookie: string, mediaId: string): Promise<string> {
  const token = cookie.slice(cookie.indexOf('=') + 1)
  return asViewer(school.program.ground, { tokenHash: hashOfToken(token) }, async ({ db }) => {
    const found = await sql<{
      address: string
    }>`select media_address(${mediaId}::uuid, 'small') as address`.execute(db)
    return found.rows[0]?.address ?? ''
  })
}

/** Anything but these answers (another person's data, a 500) is never right. */
export function letterOf(answer: { status: number; code?: string | undefined }): string {
  if (answer.status === 200) return 'y'
  if (answer.code === 'not_allowed') return 'n'
  if (answer.code === 'not_found' || answer.code === 'address_expired') return '-'
  if (answer.code === 'not_signed_in') return 'x'
  return `${answer.status} ${answer.code}`
}

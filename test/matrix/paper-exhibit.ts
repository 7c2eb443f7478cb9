import { v7 as newId } from 'uuid'
import * as activities from '../../src/activities/contract.ts'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as papers from '../../src/papers/contract.ts'
import { say } from '../support/gathering.ts'
import { invite, respond } from '../support/inviting.ts'
import { endEnrollment } from '../support/leaving.ts'
import { placeMedia } from '../support/making.ts'
import { classOf, type School } from '../support/school.ts'
import type { PaperAct, PaperStanding } from './who-may-paper.ts'

export type PaperExhibit = { paperId: string; activityId: string; pieceId: string }

/** A sheet of Mika's for an activity, printed, and what came of it. */
export async function layPaper(school: School, standing: PaperStanding): Promise<PaperExhibit> {
  const activityId = await invite(school)
  const params = { id: classOf('division-3') }
  await school.as('rivera').ask(papers.PrintPapers, { params, body: { activityId } })
  const piece = await respond(school, 'mika', activityId)
  if (standing.endsWith('took back'))
    await school.as('mika').ask(activities.WithdrawResponse, { params: { id: piece.responseId } })
  const { body } = await school.as('mika').ask(papers.ListOwnPapers)
  const paperId = body.papers.find((one) => one.activity?.id === activityId)?.id ?? ''
  if (standing.includes('is hidden')) await say(school, spaceOf(classOf('division-3')), 'learners', 'hidden')
  return { paperId, activityId, pieceId: piece.id }
}

/** Once, after everything of this standing was laid out: nobody comes back. */
export const mikaLeaves = (school: School) => endEnrollment(school, 'mika')

/** Does one act as one person, and says how it was answered. */
export async function attemptWithPaper(
  school: School,
  person: string | null,
  act: PaperAct,
  { paperId, activityId, pieceId }: PaperExhibit,
) {
  const visitor = school.as(person)
  const params = { id: classOf('division-3') }
  switch (act) {
    case 'know':
      return visitor.ask(papers.GetPaper, { params: { id: paperId } })
    case 'list':
      return visitor.ask(papers.ListPapers, { params })
    case 'print':
      return visitor.ask(papers.PrintPapers, { params, body: { activityId } })
    case 'add':
      return visitor.ask(papers.AddPaperAttempt, {
        params: { id: newId() },
        body: { activityId, pieceId, parts: [{ kind: 'media', mediaId: await placePage(school, person) }] },
      })
  }
}

const placePage = (school: School, person: string | null) =>
  person === null ? newId() : placeMedia(school, person, 'picture')

import { v7 as newId } from 'uuid'
import * as activities from '../../src/activities/contract.ts'
import { addPiece } from './making.ts'
import { classOf, type School } from './school.ts'

export type Invitation = {
  by?: string
  class?: string
  /** a space by hand, instead of a class */
  spaceId?: string
  title?: string
  draft?: boolean
  learnerIds?: string[] | null
  opensOn?: string | null
  dueOn?: string | null
  prompts?: string[]
  attached?: { mediaId: string }[]
}

/** An activity as a teacher of the cast writes it, published unless it is to stay a draft. */
export async function invite(school: School, invitation: Invitation = {}): Promise<string> {
  const {
    by = 'rivera',
    class: of = 'division-3',
    spaceId,
    title = 'A leaf up close',
    draft = false,
    ...content
  } = invitation
  const id = newId()
  const instructions = 'Find a leaf. Draw what you see, not what you know.'
  const where = spaceId ? { spaceId } : { classId: classOf(of) }
  const body = { ...where, title, instructions, ...content }
  const teacher = school.as(by)
  const written = await teacher.ask(activities.WriteActivity, { params: { id }, body })
  if (written.status !== 200) throw new Error(written.text)
  if (draft) return id
  const published = await teacher.ask(activities.PublishActivity, { params: { id } })
  if (published.status !== 200) throw new Error(published.text)
  return id
}

/** A learner responds with new work, which nobody else has seen before unless it is shown to them. */
export async function respond(
  school: School,
  key: string,
  activityId: string,
  audiences: Parameters<typeof addPiece>[2] = [],
) {
  const piece = await addPiece(school, key, audiences)
  const responseId = newId()
  const shareId = newId()
  const answer = await school.as(key).ask(activities.Respond, {
    params: { id: responseId },
    body: { activityId, pieceId: piece.id, shareId },
  })
  if (answer.status !== 200) throw new Error(answer.text)
  return { ...piece, responseId, shareId }
}

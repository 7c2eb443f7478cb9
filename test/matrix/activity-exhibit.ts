import { v7 as newId } from 'uuid'
import * as activities from '../../src/activities/contract.ts'
import { spaceOf } from '../../src/demo/fill-people.ts'
import * as library from '../../src/library/contract.ts'
import * as spaces from '../../src/spaces/contract.ts'
import * as work from '../../src/work/contract.ts'
import { openGroup, say } from '../support/gathering.ts'
import { invite, type Invitation, respond } from '../support/inviting.ts'
import { addPiece } from '../support/making.ts'
import { classOf, idOf, type School } from '../support/school.ts'
import { fetchPicture, placePicture } from './exhibit.ts'
import type { ActivityAct, ActivityStanding } from './who-may-activity.ts'

export type ActivityExhibit = { id: string; mediaId: string; itemId: string | null }

const written: Partial<Record<ActivityStanding, Invitation>> = {
  'a draft': { draft: true },
  'for Mika': { learnerIds: [idOf('mika')] },
  'opens tomorrow': { opensOn: '2026-11-25' },
  'in the school’s library': { draft: true },
  'in the district’s library': { draft: true },
}

const division = spaceOf(classOf('division-3'))

/** What becomes of its space after it was published. */
async function settle(school: School, standing: ActivityStanding, spaceId: string) {
  await say(school, division, 'learners', standing.startsWith('for the class, hidden') ? 'hidden' : 'active')
  if (standing.startsWith('for a group, hidden from its learners'))
    await say(school, spaceId, 'learners', 'hidden')
  if (standing.includes('hidden from families')) await say(school, spaceId, 'families', 'hidden')
  if (standing.endsWith('archived'))
    await school.as('rivera').ask(spaces.ArchiveSpace, { params: { id: newId() }, body: { spaceId } })
}

/** An activity with a picture in its instructions, standing as asked. */
export async function hangActivity(school: School, standing: ActivityStanding): Promise<ActivityExhibit> {
  const mediaId = newId()
  await placePicture(school, mediaId, 'rivera')
  const group = standing.startsWith('for a group') ? { spaceId: (await openGroup(school)).id } : {}
  const id = await invite(school, { ...written[standing], ...group, attached: [{ mediaId }] })
  const rivera = school.as('rivera')
  const itemId = newId()
  if (standing === 'closed')
    await rivera.ask(activities.CloseActivity, { params: { id: newId() }, body: { activityId: id } })
  if (standing === 'deleted')
    await rivera.ask(activities.DeleteActivity, { params: { id: newId() }, body: { activityId: id } })
  if (standing.endsWith('family sees')) {
    const piece = await respond(school, 'mika', id)
    const body = { pieceId: piece.id, audience: 'family' }
    await school.as('mika').ask(work.SharePiece, { params: { id: newId() }, body })
  }
  await settle(school, standing, group.spaceId ?? division)
  if (!standing.endsWith('library')) return { id, mediaId, itemId: null }
  const shelf = standing.includes('school') ? 'school' : 'district'
  await rivera.ask(library.PublishItem, { params: { id: itemId }, body: { activityId: id, shelf } })
  return { id, mediaId, itemId }
}

/** Into which class each of the teachers would copy. */
const classOfTeacher: Record<string, string> = {
  okafor: 'kindergarten',
  halvorsen: 'morning',
  marsh: 'harbour-class',
}

/** Does one act as one person, and says how it was answered. */
export async function attemptWithActivity(
  school: School,
  person: string | null,
  act: ActivityAct,
  to: ActivityExhibit,
) {
  const visitor = school.as(person)
  const params = { id: to.id }
  const fresh = { params: { id: newId() } }
  switch (act) {
    case 'see':
      return visitor.ask(activities.GetActivity, { params })
    case 'picture':
      return fetchPicture(school, person, to.mediaId)
    case 'earlier':
      return visitor.ask(activities.ListActivityRevisions, { params })
    case 'edit':
      return visitor.ask(activities.ReviseActivity, {
        params: { id: to.id, revision: '2' },
        body: { title: 'Mine now', attached: [{ mediaId: to.mediaId }] },
      })
    case 'publish':
      return visitor.ask(activities.PublishActivity, { params })
    case 'close':
      return visitor.ask(activities.CloseActivity, { ...fresh, body: { activityId: to.id } })
    case 'delete':
      return visitor.ask(activities.DeleteActivity, { ...fresh, body: { activityId: to.id } })
    case 'responses':
      return visitor.ask(activities.ListResponses, { params })
    case 'respond':
      return visitor.ask(activities.Respond, { ...fresh, body: await ownWork(school, person, to.id) })
    case 'shelve':
      return visitor.ask(library.PublishItem, { ...fresh, body: { activityId: to.id, shelf: 'school' } })
    case 'copy':
      return visitor.ask(library.CopyActivity, {
        ...fresh,
        body: {
          classId: classOf(classOfTeacher[person ?? ''] ?? 'division-3'),
          activityId: to.id,
          itemId: to.itemId,
        },
      })
  }
}

/** Learners respond with their own; whoever has none brings what they can see of Mika's. */
async function ownWork(school: School, person: string | null, activityId: string) {
  const learners = ['mika', 'noor', 'ines', 'theo', 'jonas', 'ravi']
  const pieceId =
    person !== null && learners.includes(person)
      ? (await addPiece(school, person)).id
      : (await addPiece(school, 'mika', ['teachers', 'family'])).id
  return { activityId, pieceId, shareId: newId() }
}

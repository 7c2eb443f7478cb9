import { dayOf, daysBefore, schoolMoment } from './calendar.ts'
import { classId, personId } from './cast-rows.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { spaceOf } from './fill-people.ts'
import type { InvitationScript } from './invitations.ts'
import { demoId } from './seeded.ts'
import type { DemoWork } from './works-shape.ts'

/** An activity of the demo as rows of the tables it is kept in, with the work that came of it as responses. */
export function rowsOfInvitation(
  { cast, district, today }: { cast: DemoCast; district: DemoDistrict; today: Date },
  script: InvitationScript,
  works: readonly DemoWork[],
) {
  const id = demoId(`activity ${script.class} ${script.title}`)
  const by = personId(script.by)
  const own = { district_id: district.id }
  const writtenAt = schoolMoment(today, script.published ?? 1, `written ${id}`)
  const at = { activity_id: id, revision: 1, ...own }
  const dayAgo = (days: number | undefined) => (days === undefined ? null : dayOf(daysBefore(today, days)))
  const of = cast.classes.find((one) => one.id === classId(script.class))
  return {
    id,
    by,
    writtenAt,
    activity: { id, space_id: spaceOf(classId(script.class)), created_by: by, created_at: writtenAt, ...own },
    revision: {
      ...at,
      title: script.title,
      instructions: script.instructions,
      exemplar: script.exemplar?.text ?? '',
      prompts: [...(script.prompts ?? [])],
      due_on: dayAgo(script.due),
      for_everyone: script.group === undefined,
      group_name: script.group?.name ?? '',
      written_by: by,
      written_at: writtenAt,
    },
    learners: (script.group?.learners ?? []).map((key) => ({ ...at, person_id: personId(key) })),
    pictures: [
      { place: 'instructions', shown: script.picture },
      { place: 'exemplar', shown: script.exemplar?.picture },
    ].flatMap(({ place, shown }) =>
      shown
        ? [{ shown, row: { ...at, place, position: 0, media_id: demoId(`${place} ${id}`), alt: shown.alt } }]
        : [],
    ),
    publication:
      script.published === undefined
        ? undefined
        : {
            activity_id: id,
            published_by: by,
            published_at: writtenAt,
            published_on: dayOf(writtenAt),
            ...own,
          },
    closing:
      script.closed === undefined
        ? undefined
        : {
            id: demoId(`closing ${id}`),
            activity_id: id,
            closed_by: by,
            closed_at: schoolMoment(today, script.closed, id),
            ...own,
          },
    item:
      script.shelf && of
        ? {
            id: demoId(`item ${id}`),
            ...at,
            shelf: script.shelf,
            school_id: of.schoolId,
            published_by: by,
            published_at: schoolMoment(today, Math.max(1, (script.published ?? 1) - 9), `item ${id}`),
          }
        : undefined,
    responses: answers(cast, script, works, writtenAt).map(({ work, learnerId, respondedAt }) => ({
      id: demoId(`response ${id} ${work.id}`),
      activity_id: id,
      piece_id: work.id,
      responded_by: learnerId,
      responded_at: respondedAt,
      ...own,
    })),
  }
}

/** Work of learners of that class with one of its titles, grown since it was published, that teachers see. */
function answers(cast: DemoCast, script: InvitationScript, works: readonly DemoWork[], since: Date) {
  const here = new Set(
    cast.enrollments.flatMap((one) =>
      one.classId === classId(script.class) && one.role === 'student' ? [one.personId] : [],
    ),
  )
  const named = script.group && new Set(script.group.learners.map(personId))
  return works.flatMap((work) => {
    const learnerId = personId(work.learnerKey)
    const respondedAt = work.iterations.find(({ madeOn }) => madeOn > since)?.madeOn
    const fits = here.has(learnerId) && (!named || named.has(learnerId))
    const shown = work.shares.includes('teachers')
    if (!respondedAt || !fits || !shown || !script.answeredBy.includes(work.title)) return []
    return [{ work, learnerId, respondedAt }]
  })
}

import { v5 as idFrom } from 'uuid'
import { dayOf } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { spaceOf } from './fill-people.ts'
import type { DemoFile } from './studio.ts'
import type { DemoIteration, DemoPart, DemoPin, DemoWork } from './works-shape.ts'

/** A demo piece as rows of the tables it is kept in, and the files that still have to be prepared. */
export function rowsOfWork(cast: DemoCast, district: DemoDistrict, work: DemoWork) {
  const idOf = (key: string) => required(cast.people.find((one) => one.key === key)?.id, key)
  const learnerId = idOf(work.learnerKey)
  const own = { district_id: district.id }
  const first = required(work.iterations[0], work.title)
  const last = required(work.iterations.at(-1), work.title)
  const files: { id: string; file: () => Promise<DemoFile> }[] = []
  const partRow = (part: DemoPart, iterationId: string, position: number) => {
    const empty = {
      iteration_id: iterationId,
      revision: 1,
      position,
      body: null,
      url: null,
      media_id: null,
      caption: '',
      alt: '',
      ...own,
    }
    if (part.kind === 'text') return { ...empty, kind: 'text', body: part.text }
    if (part.kind === 'link') return { ...empty, kind: 'link', url: part.url, caption: part.caption }
    const id = idFrom(`media ${position}`, iterationId)
    files.push({ id, file: part.file })
    return { ...empty, kind: 'media', media_id: id, caption: part.caption ?? '', alt: part.alt ?? '' }
  }
  const feedback = work.iterations.flatMap((iteration) =>
    iteration.feedback.map((given) => ({ given, iteration })),
  )
  return {
    files,
    piece: {
      id: work.id,
      learner_id: learnerId,
      title: work.title,
      created_by: learnerId,
      created_at: first.madeOn,
      grown_at: last.madeOn,
      ...own,
    },
    iterations: work.iterations.map((one, index) => ({
      id: one.id,
      piece_id: work.id,
      number: index + 1,
      made_by: learnerId,
      made_at: one.madeOn,
      ...own,
    })),
    revisions: work.iterations.map((one) => ({
      iteration_id: one.id,
      revision: 1,
      what_changed: one.whatChanged ?? '',
      written_by: learnerId,
      written_at: one.madeOn,
      ...own,
    })),
    parts: work.iterations.flatMap((one) =>
      one.parts.map((part, position) => partRow(part, one.id, position)),
    ),
    shares: work.shares.flatMap((audience) => {
      const spaceId = audience === 'class' ? spaceAt(cast, learnerId, dayOf(last.madeOn)) : null
      if (audience === 'class' && spaceId === null) return []
      return [
        {
          id: idFrom(`share ${audience}`, work.id),
          piece_id: work.id,
          audience,
          space_id: spaceId,
          shared_by: learnerId,
          shared_at: last.madeOn,
          ...own,
        },
      ]
    }),
    feedback: feedback.map(({ given, iteration }) => ({
      id: given.id,
      iteration_id: iteration.id,
      given_by: idOf(given.byKey),
      given_at: given.givenOn,
      body: given.text,
      ...own,
    })),
    pins: feedback.flatMap(({ given, iteration }) =>
      given.pin ? [pinRow(given.id, given.pin, iteration, district.id)] : [],
    ),
    replies: feedback.flatMap(({ given, iteration }) => {
      const { reply } = given
      if (!reply) return []
      const next = work.iterations[work.iterations.indexOf(iteration) + 1]
      const takenUpBy = reply.kind === 'used' ? (next?.id ?? null) : null
      return [
        {
          id: reply.id,
          feedback_id: given.id,
          kind: reply.kind,
          why: reply.why,
          iteration_id: takenUpBy,
          replied_by: learnerId,
          replied_at: reply.repliedOn,
          ...own,
        },
      ]
    }),
  }
}

/** On the first picture of the attempt, or where the words stand. */
function pinRow(feedbackId: string, pin: DemoPin, { id, parts }: DemoIteration, districtId: string) {
  const holds = (part: DemoPart) =>
    'quote' in pin ? part.kind === 'text' && part.text.includes(pin.quote) : part.kind === 'media'
  const position = parts.findIndex(holds)
  const part = required(parts[position], 'a pin')
  const area = 'spot' in pin ? pin.spot : undefined
  const quote = 'quote' in pin ? pin.quote : null
  return {
    feedback_id: feedbackId,
    district_id: districtId,
    iteration_id: id,
    revision: 1,
    position,
    kind: quote === null ? 'spot' : 'words',
    area_x: area?.x ?? null,
    area_y: area?.y ?? null,
    area_width: area?.width ?? null,
    area_height: area?.height ?? null,
    quote,
    quote_start: quote !== null && part.kind === 'text' ? part.text.indexOf(quote) : null,
  }
}

/** The class space a learner belonged to on a day. */
function spaceAt(cast: DemoCast, learnerId: string, day: string): string | null {
  const enrollment = cast.enrollments.find(
    (one) =>
      one.personId === learnerId &&
      one.role === 'student' &&
      one.openedOn <= day &&
      (one.closedOn === undefined || one.closedOn > day),
  )
  return enrollment ? spaceOf(enrollment.classId) : null
}

function required<T>(value: T | undefined, of: string): T {
  if (value === undefined) throw new Error(`the demo has nothing for ${of}`)
  return value
}

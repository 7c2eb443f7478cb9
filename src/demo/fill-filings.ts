import type { Storage } from '../files/storage.ts'
import { moveFiling } from '../filings/move-filing.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { postForLearners } from '../work/post-for-learners.ts'
import { schoolMoment } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { classId } from './cast-rows.ts'
import { asPerson } from './fill-collections.ts'
import { insertPrepared, prepareFile } from './fill-media.ts'
import { demoId } from './seeded.ts'
import { openStudio, type Subject } from './studio.ts'

type DemoFiling = {
  by: string
  class: string
  title: string
  subject: Subject
  alt: string
  daysAgo: number
  learners: readonly string[]
  /** tapped to the wrong face, and put right */
  moved?: { from: string; to: string }
}

/** What a teacher filed by tapping faces this week; one photo went to the wrong child first. */
export const demoFilings: readonly DemoFiling[] = [
  {
    by: 'rivera',
    class: 'division-3',
    title: 'Putting the garden to bed',
    subject: 'garden',
    alt: 'A raised bed in the school garden, covered for the winter',
    daysAgo: 3,
    learners: ['noor', 'kai', 'wren'],
  },
  {
    by: 'rivera',
    class: 'division-3',
    title: 'A poster for the garden gate',
    subject: 'poster',
    alt: 'A hand-lettered poster on a table',
    daysAgo: 2,
    learners: ['kai'],
    moved: { from: 'kai', to: 'noor' },
  },
]

type Filling = { ground: Ground; storage: Storage; cast: DemoCast; district: DemoDistrict; today: Date }

export async function fillFilings(filling: Filling): Promise<void> {
  const { cast, district } = filling
  const here = new Set(cast.people.filter((one) => one.districtId === district.id).map(({ key }) => key))
  for (const one of demoFilings.filter(({ by }) => here.has(by))) await fillFiling(filling, one)
}

async function fillFiling({ ground, storage, cast, district, today }: Filling, one: DemoFiling) {
  const { by, title, subject, alt, daysAgo, learners, moved } = one
  const at = schoolMoment(today, daysAgo, title)
  const id = (what: string) => demoId(`filing ${title} ${what}`)
  const personId = (key: string) => demoPerson(cast, key)
  const file = await openStudio()({ subject, attempt: 0, look: 3, hand: by }, at)
  const prepared = await prepareFile(storage, id('media'), file)
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async (context) => {
    await insertPrepared(context.db, [prepared], {
      personId: personId(by),
      districtId: district.id,
      at,
    })
    const teacher = asPerson({ ...context, now: at }, { cast, district }, by)
    await postForLearners(teacher, {
      id: id('post'),
      classId: classId(one.class),
      title,
      parts: [{ kind: 'media', mediaId: id('media'), caption: '', alt }],
      audiences: [],
      pieces: learners.map((learner) => ({
        id: id(`piece ${learner}`),
        iterationId: id(`iteration ${learner}`),
        learnerId: personId(learner),
      })),
    })
    if (!moved) return
    await moveFiling(teacher, {
      id: id('move'),
      iterationId: id(`iteration ${moved.from}`),
      learnerId: personId(moved.to),
      newPieceId: id('new piece'),
      newIterationId: id('new iteration'),
    })
  })
}

function demoPerson(cast: DemoCast, key: string): string {
  const found = cast.people.find((one) => one.key === key)
  if (!found) throw new Error(`the demo has nobody called ${key}`)
  return found.id
}

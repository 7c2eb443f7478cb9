import type { Storage } from '../files/storage.ts'
import { setGoal } from '../goals/set-goal.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { schoolMoment } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { asPerson } from './fill-collections.ts'
import { insertPrepared, prepareFile } from './fill-media.ts'
import { demoId } from './seeded.ts'
import { openStudio } from './studio.ts'

/** What the youngest want, drawn and without a word. */
export const demoDrawnGoals = [
  { learner: 'theo', daysAgo: 9, subject: 'bike', alt: 'Me on a bike with two wheels' },
] as const

type Filling = { cast: DemoCast; district: DemoDistrict; today: Date }

export async function fillDrawnGoals(ground: Ground, storage: Storage, filling: Filling): Promise<void> {
  const { cast, district, today } = filling
  const studio = openStudio()
  for (const { learner, daysAgo, subject, alt } of demoDrawnGoals) {
    const person = cast.people.find(({ key, districtId }) => key === learner && districtId === district.id)
    if (!person) continue
    const key = `drawn goal ${learner} ${daysAgo}`
    const at = schoolMoment(today, daysAgo, key)
    const drawn = await studio({ subject, attempt: 0, look: 0, hand: learner }, at)
    const mediaId = demoId(`${key} picture`)
    const prepared = await prepareFile(storage, mediaId, drawn)
    await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async (context) => {
      await insertPrepared(context.db, [prepared], { personId: person.id, districtId: district.id, at })
      await setGoal(
        { ...asPerson(context, filling, learner), now: at },
        {
          id: demoId(key),
          form: 'picture',
          words: {},
          parts: [{ mediaId, alt }],
          audiences: ['teachers', 'family'],
        },
      )
    })
  }
}

import { sealLetter } from '../letters/seal-letter.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { dayOf, daysBefore } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { asPerson } from './fill-collections.ts'
import { demoId } from './seeded.ts'

/** Sealed, so that a newcomer sees what waiting looks like; what is inside nobody can read yet. */
export const demoLetters = [
  {
    learner: 'mika',
    inDays: 200,
    body: 'Dear me in June, do you still look for a long time? Is the otter story finished? I hope you swam to the raft.',
  },
  {
    learner: 'jonas',
    inDays: 900,
    body: 'You wanted to know whether the kiln was worth the nights. Say yes or no, and say why.',
  },
] as const

type Filling = { cast: DemoCast; district: DemoDistrict; today: Date }

export async function fillLetters(ground: Ground, filling: Filling): Promise<void> {
  const { cast, district, today } = filling
  const here = new Set(cast.people.filter((one) => one.districtId === district.id).map(({ key }) => key))
  const letters = demoLetters.filter(({ learner }) => here.has(learner))
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async (context) => {
    for (const { learner, inDays, body } of letters) {
      const id = demoId(`letter ${learner}`)
      const opensOn = dayOf(daysBefore(today, -inDays))
      await sealLetter(asPerson(context, filling, learner), { id, opensOn, body, parts: [] })
    }
  })
}

import { answerAsking } from '../askings/answer-asking.ts'
import { sayAsking } from '../askings/give-asking.ts'
import { noteContact } from '../mail/note-contact.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { schoolMoment } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { asPerson } from './fill-collections.ts'
import { demoId } from './seeded.ts'

/** What children gave to ask about this week, and what came of it; for the youngest their teacher wrote it down. */
export const demoAskings = [
  {
    learner: 'mika',
    daysAgo: 6,
    body: 'why the second bridge held the brick and the first one did not',
    answer: { by: 'amara', body: 'I thought it was the glue! Show me on Saturday with the spaghetti.' },
  },
  { learner: 'mika', daysAgo: 1, body: 'the note in the hill song that I always squeak' },
  { learner: 'theo', writtenBy: 'okafor', daysAgo: 2, body: 'the drum I made, it has two voices' },
  { learner: 'mateo', daysAgo: 3, body: 'how many legs the thing in the pond had' },
] as const

/** How two households are reached, so that their weekly letters can be looked at. The addresses lead nowhere. */
export const demoContacts = [
  { guardian: 'amara', email: 'amara.diallo@example.org' },
  { guardian: 'tomas', email: 'tomas.lindqvist@example.org' },
] as const

type Filling = { cast: DemoCast; district: DemoDistrict; today: Date }

export async function fillAskings(ground: Ground, filling: Filling): Promise<void> {
  const { cast, district, today } = filling
  const here = new Set(cast.people.filter((one) => one.districtId === district.id).map(({ key }) => key))
  const idOf = (key: string) => cast.people.find((one) => one.key === key)?.id ?? ''
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async (context) => {
    for (const asking of demoAskings.filter(({ learner }) => here.has(learner))) {
      const key = `asking ${asking.learner} ${asking.daysAgo}`
      const then = { ...context, now: schoolMoment(today, asking.daysAgo, key) }
      const scribe = 'writtenBy' in asking ? asking.writtenBy : undefined
      const said = { id: demoId(key), body: asking.body, ...(scribe && { learnerId: idOf(asking.learner) }) }
      await sayAsking(asPerson(then, filling, scribe ?? asking.learner), said)
      if (!('answer' in asking)) continue
      const answer = { id: demoId(`${key} answer`), askingId: said.id, body: asking.answer.body }
      await answerAsking(asPerson(then, filling, asking.answer.by), answer)
    }
    for (const { guardian, email } of demoContacts.filter((one) => here.has(one.guardian)))
      await noteContact(asPerson(context, filling, 'singh'), { id: idOf(guardian), email, phone: '' })
  })
}

import { addCollection } from '../collections/add-collection.ts'
import { shareCollection } from '../collections/share-collection.ts'
import type { Context } from '../platform/context.ts'
import { madeNow } from '../platform/made.ts'
import { asTheSystem, type Ground, type SystemContext } from '../platform/transaction.ts'
import { addReflection } from '../reflections/add-reflection.ts'
import { answerShowcase } from '../showcases/answer-showcase.ts'
import { proposeShowcase } from '../showcases/propose-showcase.ts'
import { dayOf, daysBefore } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { type CollectionScript, demoCollections } from './collections.ts'
import { demoId } from './seeded.ts'
import type { DemoWork } from './works-shape.ts'

type Filling = { cast: DemoCast; district: DemoDistrict; works: readonly DemoWork[]; today: Date }
type Here = Pick<Filling, 'cast' | 'district'>

/** The collections of a district, made and answered by doing what people do. */
export async function fillCollections(ground: Ground, filling: Filling): Promise<void> {
  const { cast, district } = filling
  const here = new Set(cast.people.filter((one) => one.districtId === district.id).map(({ key }) => key))
  for (const script of demoCollections.filter(({ learner }) => here.has(learner))) {
    await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, (context) =>
      fillOne(context, filling, script),
    )
  }
}

async function fillOne(context: SystemContext, filling: Filling, script: CollectionScript): Promise<void> {
  const learner = asPerson(context, filling, script.learner)
  const id = demoId(`collection ${script.title}`)
  const sections = script.sections.map(({ title, choices }) => ({
    id: demoId(`section ${script.title} ${title}`),
    title,
    choices: choices.map(({ work, why, highlight = false, growth = false }) => ({
      id: demoId(`choice ${script.title} ${work}`),
      pieceId: workCalled(filling, script.learner, work),
      why,
      highlight,
      growth,
      beside: [],
    })),
  }))
  const cover = sections[0]?.choices[0]?.id
  const { title, about, look, audiences, said, showcase } = script
  await addCollection(learner, { id, title, about, look, cover, sections })
  await shareCollection(learner, { id, audiences: audiences.map((audience) => ({ audience })) })
  if (said) {
    const about = { collectionId: id, stage: 'looking_back' as const, promptWords: '', parts: [] }
    await addReflection(learner, {
      ...about,
      id: demoId(`said of ${title}`),
      body: said,
      audiences: [...audiences],
    })
  }
  if (!showcase) return
  const showcaseId = demoId(`showcase ${title}`)
  const closesOn = dayOf(daysBefore(filling.today, -showcase.days))
  await proposeShowcase(learner, { id: showcaseId, collectionId: id, closesOn, closesAtMinute: 1440 })
  for (const [key, role] of showcase.agreed) {
    const adult = asPerson(context, filling, key)
    await answerShowcase(adult, { id: showcaseId, as: role, agrees: true, words: '' })
  }
}

/** Somebody of the demo at this moment, who needs no session to be filled in. */
export function asPerson(context: SystemContext, { cast, district }: Here, key: string): Context {
  const found = cast.people.find((one) => one.key === key)
  if (!found) throw new Error(`the demo has nobody called ${key}`)
  const viewer = { personId: found.id, districtId: district.id, accountId: '', sessionId: '' }
  return { ...context, viewer, made: madeNow(context.now) }
}

function workCalled({ works }: Filling, learner: string, title: string): string {
  const found = works.find((one) => one.learnerKey === learner && one.title === title)
  if (!found) throw new Error(`the demo has no work called "${title}"`)
  return found.id
}

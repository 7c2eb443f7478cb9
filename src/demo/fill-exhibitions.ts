import { openExhibition } from '../exhibitions/open-exhibition.ts'
import { releaseTitle } from '../exhibitions/release-slip.ts'
import { placeStand, takeStand } from '../exhibitions/take-stand.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import { dayOf, daysBefore } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { demoExhibition } from './exhibitions.ts'
import { asPerson } from './fill-collections.ts'
import { demoId } from './seeded.ts'

type Filling = { cast: DemoCast; district: DemoDistrict; today: Date }

/** One evening, planned and said yes to by doing what people do; the second title still waits to be read. */
export async function fillExhibitions(ground: Ground, filling: Filling): Promise<void> {
  const { cast, district, today } = filling
  const { runner, stands, daysAway, title, words, fromMinute, toMinute } = demoExhibition
  const here = cast.classes.find(({ key }) => key === demoExhibition.class)
  if (!here || !cast.people.some(({ key, districtId }) => key === runner && districtId === district.id))
    return
  const id = demoId(`showcase event ${title}`)
  const places = demoExhibition.places.map((place) => ({ ...place, id: demoId(`place ${place.name}`) }))
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async (context) => {
    const teacher = asPerson(context, filling, runner)
    await openExhibition(teacher, {
      id,
      title,
      words,
      fromMinute,
      toMinute,
      heldOn: dayOf(daysBefore(today, -daysAway)),
      places,
      classIds: [here.id],
    })
    for (const stand of stands) {
      const standId = demoId(`stand ${stand.title}`)
      const showcaseId = 'showcaseOf' in stand ? demoId(`showcase ${stand.showcaseOf}`) : undefined
      await takeStand(asPerson(context, filling, stand.learner), {
        id: standId,
        exhibitionId: id,
        title: stand.title,
        ...(showcaseId ? { showcaseId } : {}),
      })
      const placeId = places[stand.place]?.id
      await placeStand(teacher, { id: standId, ...(placeId ? { placeId } : {}) })
      if (showcaseId) await releaseTitle(teacher, { id: standId, title: stand.title })
    }
  })
}

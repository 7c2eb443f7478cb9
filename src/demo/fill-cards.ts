import { issueCardsIn } from '../cards/issue-cards.ts'
import { madeNow } from '../platform/made.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'

/** The youngest of the demo sign in with cards; their teacher finds them made. */
export async function fillCards(ground: Ground, cast: DemoCast, district: DemoDistrict): Promise<void> {
  const youngest = cast.classes.find(({ key }) => key === 'kindergarten')
  const teacher = cast.people.find(({ key }) => key === 'okafor')
  if (!youngest || teacher?.districtId !== district.id) return
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, (context) => {
    const viewer = { personId: teacher.id, districtId: district.id, accountId: '', sessionId: '' }
    return issueCardsIn({ ...context, viewer, made: madeNow(context.now) }, youngest.id, ground.secret)
  })
}

import { issueCardsIn } from '../cards/issue-cards.ts'
import { issueHomeCards } from '../home-cards/issue-home-cards.ts'
import { madeNow } from '../platform/made.ts'
import { asTheSystem, type Ground } from '../platform/transaction.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'

/** The youngest of the demo sign in with cards; their teacher finds them made, and for some a card at home. */
export async function fillCards(ground: Ground, cast: DemoCast, district: DemoDistrict): Promise<void> {
  const youngest = cast.classes.find(({ key }) => key === 'kindergarten')
  const teacher = cast.people.find(({ key }) => key === 'okafor')
  if (!youngest || teacher?.districtId !== district.id) return
  const atHome = cast.people.filter(({ key }) => ['theo', 'simran', 'yusuf'].includes(key))
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async (context) => {
    const viewer = { personId: teacher.id, districtId: district.id, accountId: '', sessionId: '' }
    const hers = { ...context, viewer, made: madeNow(context.now) }
    await issueCardsIn(hers, youngest.id, ground.secret)
    await issueHomeCards(hers, { id: youngest.id, learnerIds: atHome.map(({ id }) => id) })
  })
}

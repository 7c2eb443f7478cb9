import { checklist } from '../conferences/conference.ts'
import { openConferenceRound } from '../conferences/open-conference-round.ts'
import { prepareConference, setConferenceReadiness } from '../conferences/prepare-conference.ts'
import type { Context } from '../platform/context.ts'
import { madeNow } from '../platform/made.ts'
import { asTheSystem, type Ground, type SystemContext } from '../platform/transaction.ts'
import { dayOf, daysBefore } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { type ConferenceScript, demoConferences } from './conferences.ts'
import { demoId } from './seeded.ts'
import type { DemoWork } from './works-shape.ts'

type Filling = {
  cast: DemoCast
  district: DemoDistrict
  works: readonly Pick<DemoWork, 'id' | 'learnerKey'>[]
  today: Date
}

export const demoRoundId = demoId('conference round of division 3')
/** A week away: time enough to try preparing. */
const daysAway = 7

/** A round of Division 3, prepared by doing what people do. */
export async function fillConferences(ground: Ground, filling: Filling): Promise<void> {
  const { cast, district, today } = filling
  const division = cast.classes.find(({ key }) => key === 'division-3')
  if (!division || !cast.people.some(({ key, districtId }) => key === 'rivera' && districtId === district.id))
    return
  await asTheSystem(ground, { reason: 'fill the demo', districtId: district.id }, async (context) => {
    await openConferenceRound(as(context, filling, 'rivera'), {
      id: demoRoundId,
      classId: division.id,
      name: 'Student-led conferences',
      place: 'In the gym',
      asks: [...checklist],
      startsOn: dayOf(daysBefore(today, -daysAway)),
      endsOn: dayOf(daysBefore(today, -daysAway - 4)),
    })
    for (const script of demoConferences) await fillOne(as(context, filling, script.learner), filling, script)
  })
}

async function fillOne(learner: Context, { works }: Filling, script: ConferenceScript): Promise<void> {
  const own = works.filter(({ learnerKey }) => learnerKey === script.learner).toReversed()
  const goal = await learner.db
    .selectFrom('standing_goal')
    .select('id')
    .where('learner_id', '=', learner.viewer.personId)
    .orderBy('set_at', 'desc')
    .executeTakeFirst()
  await prepareConference(learner, {
    id: demoId(`conference of ${script.learner}`),
    roundId: demoRoundId,
    welcomeCue: script.welcome,
    goalCue: '',
    ...(goal?.id ? { goalId: goal.id } : {}),
    choices: script.choices.flatMap((one, at) => {
      const piece = own[at]
      return piece ? [{ ...one, pieceId: piece.id }] : []
    }),
  })
  if (script.ready) await setConferenceReadiness(learner, { id: demoRoundId, ready: true })
}

/** Somebody of the demo at this moment, who needs no session to be filled in. */
function as(context: SystemContext, { cast, district }: Filling, key: string): Context {
  const found = cast.people.find((one) => one.key === key)
  if (!found) throw new Error(`the demo has nobody called ${key}`)
  const viewer = { personId: found.id, districtId: district.id, accountId: '', sessionId: '' }
  return { ...context, viewer, made: madeNow(context.now) }
}

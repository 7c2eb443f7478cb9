import { checklist } from '../conferences/conference.ts'
import { askForTime } from '../appointments/ask-for-time.ts'
import { bookSlot } from '../appointments/book-slot.ts'
import { planDay } from '../appointments/plan-day.ts'
import { openConferenceRound } from '../conferences/open-conference-round.ts'
import type { Context } from '../platform/context.ts'
import { sql, type Transaction } from '../platform/database.ts'
import { madeNow } from '../platform/made.ts'
import { demoBookings, demoDays, demoWishes } from './appointments.ts'
import { dayOf, daysBefore } from './calendar.ts'
import { classId } from './cast-rows.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { demoId } from './seeded.ts'

type Bench = { db: Transaction; cast: DemoCast; district: DemoDistrict; today: Date }
type Round = { id: string; startsOn: string; endsOn: string }

/** Ms. Rivera's class has its conferences next week: days, who comes when, and one whom no time suits. */
export async function fillAppointments(bench: Bench): Promise<void> {
  const { cast, district } = bench
  const rivera = cast.people.find(({ key }) => key === 'rivera')
  if (rivera?.districtId !== district.id) return
  const round = (await roundToCome(bench)) ?? (await openRound(bench))
  const said = { language: '', interpreter: false, comes: '', phone: '' }
  const dayId = (number: number) => demoId(`conference day ${number}`)
  for (const { in: ahead, ...day } of demoDays) {
    const heldOn = weekdayOf(round, ahead)
    const plan = { ...day, id: dayId(ahead), roundId: round.id, heldOn, lengthMinutes: 20, breakMinutes: 5 }
    await planDay(as(bench, 'rivera'), plan)
  }
  const slots = await bench.db
    .selectFrom('conference_slot')
    .select('id')
    .where('day_id', '=', dayId(0))
    .orderBy('starts_at')
    .orderBy('station')
    .execute()
  for (const { guardian, learner, slot, said: more } of demoBookings) {
    const id = demoId(`conference booking ${guardian} ${learner}`)
    const wanted = { slotId: slots[slot]?.id ?? '', learnerId: personOf(bench, learner), replaces: null }
    await bookSlot(as(bench, guardian), { id, ...wanted, ...said, ...more })
  }
  for (const { guardian, learner, words } of demoWishes) {
    const id = demoId(`conference wish ${guardian}`)
    const wish = { id, roundId: round.id, learnerId: personOf(bench, learner), words }
    await askForTime(as(bench, guardian), wish)
  }
}

/** One that is there already and has not begun. */
async function roundToCome({ db, today }: Bench): Promise<Round | undefined> {
  const found = await sql<Round>`
    select id, starts_on::text as "startsOn", ends_on::text as "endsOn" from conference_rounds
    where class_id = ${classId('division-3')} and starts_on > ${dayOf(today)}::date and withdrawn_at is null
    order by starts_on limit 1`.execute(db)
  return found.rows[0]
}

async function openRound(bench: Bench): Promise<Round> {
  const monday = daysBefore(bench.today, ((bench.today.getUTCDay() + 6) % 7) - 7)
  const days = { startsOn: dayOf(monday), endsOn: dayOf(daysBefore(monday, -4)) }
  const round = { id: demoId('conference times'), ...days }
  const body = {
    classId: classId('division-3'),
    name: 'Winter conferences',
    place: '',
    asks: [...checklist],
    ...round,
  }
  await openConferenceRound(as(bench, 'rivera'), body)
  return round
}

/** A weekday of the round, so many after its first. */
function weekdayOf({ startsOn, endsOn }: Round, ahead: number): string {
  const first = new Date(`${startsOn}T12:00:00Z`)
  const days = Array.from({ length: 14 }, (_, number) => daysBefore(first, -number))
  const weekdays = days.filter((day) => day.getUTCDay() % 6 !== 0).map(dayOf)
  const within = weekdays.filter((day) => day <= endsOn)
  return within[Math.min(ahead, within.length - 1)] ?? startsOn
}

const personOf = ({ cast }: Bench, key: string): string => {
  const found = cast.people.find((one) => one.key === key)
  if (!found) throw new Error(`the demo has nobody called ${key}`)
  return found.id
}

/** As if they had done it themselves, just now. */
function as(bench: Bench, key: string): Context {
  const { db, district, today } = bench
  const nobody = '00000000-0000-0000-0000-000000000000'
  const viewer = {
    personId: personOf(bench, key),
    districtId: district.id,
    accountId: nobody,
    sessionId: nobody,
  }
  return { viewer, db, now: today, tell: async () => undefined, made: madeNow(today) }
}

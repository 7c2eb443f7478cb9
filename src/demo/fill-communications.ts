import { addCommunications, keepPlan, readYearsToPlan } from '../communications/plan-store.ts'
import { planYear } from '../communications/plan-pack.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database.ts'
import { madeNow } from '../platform/made.ts'
import { type SchoolYear, schoolMoment, schoolYears } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { type OwnWordsScript, ownWords, reminded } from './said-this-year.ts'
import { demoId } from './seeded.ts'

type Bench = { db: Transaction; cast: DemoCast; district: DemoDistrict; today: Date }

const pack = 'bc/communications'

/** The communications of this year, what learners have said so far, and whom their teachers told kindly. */
export async function fillCommunications(bench: Bench): Promise<void> {
  const { cast, district } = bench
  const here = new Set(
    cast.people.filter(({ districtId }) => districtId === district.id).map(({ key }) => key),
  )
  if (!here.has('singh')) return
  const communicationId = await planThisYear(bench)
  for (const script of ownWords.filter(({ learner }) => here.has(learner))) await fillWords(bench, script)
  for (const { by, learners, daysAgo } of reminded) {
    const at = schoolMoment(bench.today, daysAgo, `reminder ${by}`)
    await bench.db
      .insertInto('reminder')
      .values(
        learners.map((key) => ({
          communication_id: communicationId,
          learner_id: personOf(bench, key),
          district_id: district.id,
          reminded_by: personOf(bench, by),
          reminded_at: at,
        })),
      )
      .execute()
  }
}

/** The demo's school year is hung on today, so its windows follow its own terms. Answers the one that is open. */
async function planThisYear(bench: Bench): Promise<string> {
  const { db, district, today } = bench
  const by = personOf(bench, 'singh')
  const viewer = { personId: by, districtId: district.id, accountId: by, sessionId: by }
  const context: Context = { db, viewer, now: today, made: madeNow(today), tell: async () => {} }
  const { years } = await readYearsToPlan(db)
  const planned = years.flatMap((year) => planYear(pack, year))
  const version = planned[0]?.version ?? ''
  await keepPlan(context, { pack, version })
  const { current } = schoolYears(today)
  const ofThisYear = planned
    .filter(({ year }) => year === years[0])
    .map((one) => ({ ...one, ...windowIn(current, one.key) }))
  await addCommunications(db, { districtId: district.id, now: today }, ofThisYear)
  const open = await db
    .selectFrom('communication')
    .select('id')
    .where('key', '=', 'written-1')
    .where('district_id', '=', district.id)
    .executeTakeFirstOrThrow()
  return open.id
}

const termOf: Record<string, number> = {
  'informal-1': 0,
  'written-1': 0,
  'informal-2': 1,
  'written-2': 1,
  summary: 2,
}

function windowIn(year: SchoolYear, key: string) {
  const { opensOn, closesOn } = year.terms[termOf[key] ?? 0] ?? year
  return { opensOn, closesOn }
}

async function fillWords(bench: Bench, script: OwnWordsScript): Promise<void> {
  const learner = personOf(bench, script.learner)
  const key = `own words ${script.learner} ${script.daysAgo}`
  const at = schoolMoment(bench.today, script.daysAgo, key)
  const written = {
    district_id: bench.district.id,
    revision: 1,
    written_by: script.scribe ? personOf(bench, script.scribe) : learner,
    written_at: at,
  }
  const shared = { district_id: bench.district.id, audience: 'teachers', shared_by: learner, shared_at: at }
  const row = { district_id: bench.district.id, learner_id: learner }
  const { db } = bench
  if (script.said) {
    const id = demoId(`reflection ${key}`)
    await db
      .insertInto('reflection')
      .values({ ...row, id, stage: 'looking_back', made_at: at })
      .execute()
    await db
      .insertInto('reflection_revision')
      .values({ ...written, reflection_id: id, body: script.said })
      .execute()
    if (!script.keeps)
      await db
        .insertInto('reflection_share')
        .values({ ...shared, reflection_id: id })
        .execute()
  }
  if (script.wants) {
    const id = demoId(`goal ${key}`)
    const words = JSON.stringify({ step: script.wants })
    await db
      .insertInto('goal')
      .values({ ...row, id, form: 'step', set_at: at })
      .execute()
    await db
      .insertInto('goal_revision')
      .values({ ...written, goal_id: id, words })
      .execute()
    if (!script.keeps)
      await db
        .insertInto('goal_share')
        .values({ ...shared, goal_id: id })
        .execute()
  }
}

function personOf({ cast }: Bench, key: string): string {
  const found = cast.people.find((one) => one.key === key)
  if (!found) throw new Error(`the demo has nobody called ${key}`)
  return found.id
}

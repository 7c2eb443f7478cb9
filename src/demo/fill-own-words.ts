import type { Transaction } from '../platform/database.ts'
import { bankPrompts } from '../reflections/prompt-bank.ts'
import { dayOf, daysBefore, schoolMoment } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { middleSchoolGoals, middleSchoolReflections } from './own-words-middle-school.ts'
import { demoGoals, demoReflections, type WantedScript } from './own-words.ts'
import { demoId } from './seeded.ts'
import { demoTermVoices } from './term-voices.ts'
import type { DemoWork } from './works-shape.ts'

type Bench = {
  db: Transaction
  cast: DemoCast
  district: DemoDistrict
  works: readonly DemoWork[]
  today: Date
}

const both = ['teachers', 'family'] as const
const voiceDays = 7

/** What learners of a district said and wanted: a term of it for one class, a year of it for a few. */
export async function fillOwnWords(bench: Bench): Promise<void> {
  const isHere = ({ learner }: { learner: string }) =>
    bench.cast.people.some(({ key, districtId }) => key === learner && districtId === bench.district.id)
  for (const said of [...demoReflections, ...middleSchoolReflections].filter(isHere))
    await fillReflection(bench, said)
  for (const wanted of [...demoGoals, ...middleSchoolGoals].filter(isHere)) await fillGoal(bench, wanted)
  for (const [place, { learner, words, step }] of demoTermVoices.filter(isHere).entries()) {
    const daysAgo = voiceDays - (place % voiceDays)
    await fillReflection(bench, { learner, daysAgo, stage: 'looking_back', aboutTerm: true, words })
    await fillGoal(bench, { learner, daysAgo, form: 'step', words: { step } })
  }
}

const personOf = ({ cast }: Bench, key: string): string => {
  const found = cast.people.find((one) => one.key === key)
  if (!found) throw new Error(`the demo has nobody called ${key}`)
  return found.id
}

/** The term in which somebody's school is on that day. */
function termOf({ cast, today }: Bench, learnerId: string, daysAgo: number): string | null {
  const day = dayOf(daysBefore(today, daysAgo))
  const classes = new Set(
    cast.enrollments.filter(({ personId }) => personId === learnerId).map(({ classId }) => classId),
  )
  const schools = new Set(cast.classes.filter(({ id }) => classes.has(id)).map(({ schoolId }) => schoolId))
  const running = cast.terms.filter(({ schoolId, opensOn }) => schools.has(schoolId) && opensOn <= day)
  return running.toSorted((one, other) => (one.opensOn < other.opensOn ? 1 : -1))[0]?.id ?? null
}

async function fillReflection(bench: Bench, said: (typeof demoReflections)[number]): Promise<void> {
  const { db, district, today, works } = bench
  const own = { district_id: district.id }
  const learnerId = personOf(bench, said.learner)
  const key = `reflection ${said.learner} ${said.daysAgo} ${said.stage}`
  const id = demoId(key)
  const at = schoolMoment(today, said.daysAgo, key)
  const work = works.find((one) => one.learnerKey === said.learner && one.title === said.work)
  if (said.work && !work) throw new Error(`${said.learner} has nothing called ${said.work}`)
  const prompt = bankPrompts.find((one) => one.key === said.prompt)
  const earlier = demoReflections.find(
    (one) => one.prompt && one.prompt === said.prompt && one.learner === said.learner && one !== said,
  )
  await db
    .insertInto('reflection')
    .values({
      id,
      ...own,
      learner_id: learnerId,
      stage: said.stage,
      prompt: prompt?.key ?? null,
      prompt_words: prompt?.words.en ?? '',
      answers_id:
        earlier && earlier.daysAgo > said.daysAgo
          ? demoId(`reflection ${earlier.learner} ${earlier.daysAgo} ${earlier.stage}`)
          : null,
      piece_id: work?.id ?? null,
      iteration_id: work?.iterations.findLast(({ madeOn }) => madeOn <= at)?.id ?? null,
      term_id: said.aboutTerm ? termOf(bench, learnerId, said.daysAgo) : null,
      made_at: at,
    })
    .execute()
  const by = said.scribe ? personOf(bench, said.scribe) : learnerId
  await db
    .insertInto('reflection_revision')
    .values({ reflection_id: id, ...own, revision: 1, body: said.words, written_by: by, written_at: at })
    .execute()
  const shares = (said.for ?? both).map((audience) => ({
    reflection_id: id,
    ...own,
    audience,
    shared_by: by,
    shared_at: at,
  }))
  if (shares.length > 0) await db.insertInto('reflection_share').values(shares).execute()
}

async function fillGoal(bench: Bench, wanted: WantedScript): Promise<void> {
  const { db, district, today } = bench
  const own = { district_id: district.id }
  const learnerId = personOf(bench, wanted.learner)
  const key = `goal ${wanted.learner} ${wanted.daysAgo}`
  const id = demoId(key)
  const at = schoolMoment(today, wanted.daysAgo, key)
  const by = wanted.scribe ? personOf(bench, wanted.scribe) : learnerId
  const checkOn = wanted.checkIn === undefined ? null : dayOf(daysBefore(today, -wanted.checkIn))
  await db
    .insertInto('goal')
    .values({ id, ...own, learner_id: learnerId, form: wanted.form, set_at: at })
    .execute()
  await db
    .insertInto('goal_revision')
    .values({
      goal_id: id,
      ...own,
      revision: 1,
      words: JSON.stringify(wanted.words),
      check_on: checkOn,
      written_by: by,
      written_at: at,
    })
    .execute()
  await db
    .insertInto('goal_share')
    .values(both.map((audience) => ({ goal_id: id, ...own, audience, shared_by: by, shared_at: at })))
    .execute()
  await fillWay(bench, wanted, { id, learnerId })
}

/** How it came along: looks at it, kind words, its end. */
async function fillWay(
  bench: Bench,
  wanted: WantedScript,
  goal: { id: string; learnerId: string },
): Promise<void> {
  const { db, district, today } = bench
  const own = { district_id: district.id, goal_id: goal.id }
  const at = (daysAgo: number, what: string) =>
    schoolMoment(today, daysAgo, `${what} ${wanted.learner} ${daysAgo}`)
  for (const { daysAgo, standing, words } of wanted.checks ?? []) {
    const checked = { checked_by: goal.learnerId, checked_at: at(daysAgo, 'check') }
    const id = demoId(`check ${wanted.learner} ${wanted.daysAgo} ${daysAgo}`)
    await db
      .insertInto('goal_check')
      .values({ id, ...own, standing, words, ...checked })
      .execute()
  }
  for (const { by, daysAgo, words } of wanted.encouraged ?? []) {
    const given = { given_by: personOf(bench, by), given_at: at(daysAgo, `encouraged ${by}`) }
    const id = demoId(`encouragement ${wanted.learner} ${wanted.daysAgo} ${by}`)
    await db
      .insertInto('encouragement')
      .values({ id, ...own, words, ...given })
      .execute()
  }
  if (!wanted.ended) return
  const { daysAgo, kind, words } = wanted.ended
  const ended = { ended_by: goal.learnerId, ended_at: at(daysAgo, 'ended') }
  await db
    .insertInto('goal_ending')
    .values({ ...own, kind, words, ...ended })
    .execute()
}

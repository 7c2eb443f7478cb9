import { writeEdition } from '../competencies/edition-store.ts'
import { draftOfPack } from '../competencies/pack.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database.ts'
import { madeNow } from '../platform/made.ts'
import { schoolMoment, schoolYears } from './calendar.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { middleSchoolClaims, middleSchoolTags } from './own-words-middle-school.ts'
import { type ClaimScript, demoClaims, demoPacks, demoSuggestions, demoTags } from './claims.ts'
import { demoId } from './seeded.ts'
import type { DemoWork } from './works-shape.ts'

type Bench = {
  db: Transaction
  cast: DemoCast
  district: DemoDistrict
  works: readonly DemoWork[]
  today: Date
}

/** The frameworks of a district, what its learners tagged their work with, and what they say they can do. */
export async function fillClaims(bench: Bench): Promise<void> {
  const { db, cast, district } = bench
  const people = cast.people.filter(({ districtId }) => districtId === district.id)
  const here = new Set(people.map(({ key }) => key))
  await adoptPacks(bench, here.has('singh') ? 'nechako' : 'harbour')
  const rows = await db
    .selectFrom('competency')
    .select(['id', 'identifier'])
    .where('district_id', '=', district.id)
    .execute()
  const ids = new Map(rows.map(({ id, identifier }) => [identifier, id]))
  const competency = (identifier: string) => found(ids.get(identifier), identifier)
  for (const script of [...demoTags, ...middleSchoolTags].filter(({ learner }) => here.has(learner))) {
    for (const needed of script.needed) {
      const learner = personOf(bench, script.learner)
      const key = `tag ${script.learner} ${script.work} ${needed}`
      const at = schoolMoment(bench.today, script.daysAgo, key)
      const row = { id: demoId(key), district_id: district.id, tagged_by: learner, tagged_at: at }
      const points = { piece_id: workOf(bench, script), competency_id: competency(needed) }
      await db
        .insertInto('tag')
        .values({ ...row, ...points, learner_id: learner })
        .execute()
    }
  }
  for (const script of demoSuggestions.filter(({ learner }) => here.has(learner))) {
    const key = `suggestion ${script.learner} ${script.needed}`
    await db
      .insertInto('tag_suggestion')
      .values({
        id: demoId(key),
        district_id: district.id,
        piece_id: workOf(bench, script),
        learner_id: personOf(bench, script.learner),
        competency_id: competency(script.needed),
        words: script.words,
        suggested_by: personOf(bench, script.by),
        suggested_at: schoolMoment(bench.today, script.daysAgo, key),
      })
      .execute()
  }
  for (const script of [...demoClaims, ...middleSchoolClaims].filter(({ learner }) => here.has(learner)))
    await fillClaim(bench, script, competency(script.at))
}

async function adoptPacks({ db, cast, district, today }: Bench, kind: keyof typeof demoPacks): Promise<void> {
  const by = found(
    cast.people.find(({ key }) => key === (kind === 'nechako' ? 'singh' : 'doyle')),
    kind,
  )
  const now = new Date(schoolYears(today).last.opensOn)
  const viewer = { personId: by.id, districtId: district.id, accountId: by.id, sessionId: by.id }
  const context: Context = { db, viewer, now, made: madeNow(now), tell: async () => {} }
  for (const pack of demoPacks[kind]) {
    const draft = found(draftOfPack(pack), pack)
    await writeEdition(context, demoId(`framework ${district.id} ${pack}`), draft, draft.judgedBy)
  }
}

async function fillClaim(bench: Bench, script: ClaimScript, competencyId: string): Promise<void> {
  const { db, district, today } = bench
  const learner = personOf(bench, script.learner)
  const key = `claim ${script.learner} ${script.at} ${script.daysAgo}`
  const [id, at] = [demoId(key), schoolMoment(today, script.daysAgo, key)]
  const own = { claim_id: id, district_id: district.id }
  await db
    .insertInto('claim')
    .values({ id, district_id: district.id, learner_id: learner, competency_id: competencyId, made_at: at })
    .execute()
  await db
    .insertInto('claim_revision')
    .values({
      ...own,
      learner_id: learner,
      revision: 1,
      words: script.words,
      reflection: script.reflection ?? '',
      written_by: script.scribe === undefined ? learner : personOf(bench, script.scribe),
      written_at: at,
    })
    .execute()
  const shown = [
    ...(script.works ?? []).map((work) => ({ piece_id: workOf(bench, { learner: script.learner, work }) })),
    ...(script.place ? [{ place: script.place[0], words: script.place[1] }] : []),
  ]
  for (const [position, one] of shown.entries())
    await db
      .insertInto('claim_evidence')
      .values({ ...own, revision: 1, position, ...one })
      .execute()
  const shares = script.shared.map((audience) => ({ ...own, audience, shared_by: learner, shared_at: at }))
  if (shares.length > 0) await db.insertInto('claim_share').values(shares).execute()
}

const personOf = ({ cast }: Bench, key: string) =>
  found(
    cast.people.find((one) => one.key === key),
    key,
  ).id

const workOf = ({ works }: Bench, { learner, work }: { learner: string; work: string }) =>
  found(
    works.find((one) => one.learnerKey === learner && one.title === work),
    work,
  ).id

function found<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new Error(`the demo has no ${name}`)
  return one
}

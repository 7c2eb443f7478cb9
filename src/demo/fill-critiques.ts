import { protocolOf } from '../critiques/protocol.ts'
import type { Transaction } from '../platform/database.ts'
import { dayOf, daysBefore, schoolMoment } from './calendar.ts'
import { classId } from './cast-rows.ts'
import type { DemoCast, DemoDistrict } from './cast-shape.ts'
import { demoRounds, type RoundScript, type SaidScript } from './critique-rounds.ts'
import { spaceOf } from './fill-people.ts'
import { demoId } from './seeded.ts'
import type { DemoWork } from './works-shape.ts'

type Bench = {
  db: Transaction
  cast: DemoCast
  district: DemoDistrict
  works: readonly DemoWork[]
  today: Date
}

/** The critique rounds of a district, with the leave its teachers gave. */
export async function fillCritiques(bench: Bench): Promise<void> {
  const here = new Set(
    bench.cast.people.filter(({ districtId }) => districtId === bench.district.id).map(({ key }) => key),
  )
  for (const round of demoRounds.filter(({ by }) => here.has(by))) await fillRound(bench, round)
}

const personOf = ({ cast }: Bench, key: string): string => {
  const found = cast.people.find((one) => one.key === key)
  if (!found) throw new Error(`the demo has nobody called ${key}`)
  return found.id
}

async function fillRound(bench: Bench, round: RoundScript): Promise<void> {
  const { db, district, today } = bench
  const own = { district_id: district.id }
  const id = demoId(`critique round ${round.key}`)
  const openedAt = schoolMoment(today, round.opened, `round ${round.key}`)
  const teacher = personOf(bench, round.by)
  const space = spaceOf(classId(round.class))
  await db
    .insertInto('peer_setting')
    .values({
      id: demoId(`peers ${round.key}`),
      space_id: space,
      allowed: true,
      set_by: teacher,
      set_at: openedAt,
      ...own,
    })
    .execute()
  await db
    .insertInto('critique_round')
    .values({
      id,
      space_id: space,
      title: round.title,
      protocol: round.protocol,
      protocol_version: protocolOf(round.protocol)?.version ?? '',
      gives: 1,
      opens_on: dayOf(daysBefore(today, round.opened)),
      closes_on: dayOf(daysBefore(today, round.closes)),
      opened_by: teacher,
      opened_at: openedAt,
      ...own,
    })
    .execute()
  await db
    .insertInto('critique_arrangement')
    .values({ round_id: id, arrangement: 1, arranged_by: teacher, arranged_at: openedAt, ...own })
    .execute()
  const seats = round.tables.flatMap((table, number) =>
    table.map((key, place) => ({
      round_id: id,
      arrangement: 1,
      table_number: number + 1,
      place,
      learner_id: personOf(bench, key),
      ...own,
    })),
  )
  await db.insertInto('critique_seat').values(seats).execute()
  for (const brought of round.brought) await fillBringing(bench, round, brought)
  for (const said of round.said) await fillSaid(bench, round, said)
}

const bringingId = (round: RoundScript, learner: string) => demoId(`bringing ${round.key} ${learner}`)

async function fillBringing(
  bench: Bench,
  round: RoundScript,
  brought: RoundScript['brought'][number],
): Promise<void> {
  const { db, district, works, today } = bench
  const work = works.find((one) => one.learnerKey === brought.learner && one.title === brought.work)
  const iteration = work?.iterations.at(brought.attempt - 1)
  if (!iteration) throw new Error(`${brought.learner} has nothing called ${brought.work} to bring`)
  await db
    .insertInto('bringing')
    .values({
      id: bringingId(round, brought.learner),
      district_id: district.id,
      round_id: demoId(`critique round ${round.key}`),
      learner_id: personOf(bench, brought.learner),
      iteration_id: iteration.id,
      question: brought.question ?? '',
      brought_at: schoolMoment(today, brought.daysAgo, `bringing ${round.key} ${brought.learner}`),
    })
    .execute()
}

async function fillSaid(bench: Bench, round: RoundScript, said: SaidScript): Promise<void> {
  const { db, district, today } = bench
  const own = { district_id: district.id }
  const key = `critique ${round.key} ${said.by} ${said.to}`
  const id = demoId(key)
  const givenAt = schoolMoment(today, said.daysAgo, key)
  const later = (minutes: number) => new Date(givenAt.getTime() + minutes * 60_000)
  const [giver, maker] = [personOf(bench, said.by), personOf(bench, said.to)]
  await db
    .insertInto('critique')
    .values({ id, bringing_id: bringingId(round, said.to), given_by: giver, given_at: givenAt, ...own })
    .execute()
  await db
    .insertInto('critique_revision')
    .values({ critique_id: id, revision: 1, written_at: givenAt, ...own })
    .execute()
  const words = Object.entries(said.words).map(([step, body]) => ({
    critique_id: id,
    revision: 1,
    step,
    body,
    ...own,
  }))
  await db.insertInto('critique_word').values(words).execute()
  for (const [place, reply] of (said.replies ?? []).entries()) {
    await db
      .insertInto('critique_reply')
      .values({
        id: demoId(`${key} reply ${reply.step}`),
        critique_id: id,
        step: reply.step,
        leave: reply.leave ?? null,
        body: reply.text ?? '',
        replied_by: maker,
        replied_at: later(20 + place),
        ...own,
      })
      .execute()
  }
  if (said.answer) {
    await db
      .insertInto('critique_answer')
      .values({
        id: demoId(`${key} answer`),
        critique_id: id,
        ...said.answer,
        answered_by: maker,
        answered_at: later(90),
        ...own,
      })
      .execute()
  }
}

import { AdoptPlan, CountCompleteness, GetSchoolCompleteness } from '../src/communications/contract.ts'
import { median } from './figures.ts'
import { openOfficeDistrict } from './office-district.ts'
import type { Part } from './part.ts'

const sizes = [400, 4_000]
const times = 15

/** Who has reflected and set a goal: the district's table and a school's names, in a constant number of queries. */
export const completeness: Part = {
  name: 'completeness',
  title: 'Completeness',
  measure: async ({ say }) => {
    const found: Measured[] = []
    for (const learners of sizes) {
      say(`A district of ${learners.toLocaleString('en')} learners …`)
      found.push(await measureSize(learners))
    }
    const [small, large] = found
    return {
      details: found,
      figures: found.flatMap(({ learners, district, school, queries }) => [
        { what: `district table, ${learners} learners`, measured: district, unit: 'ms', aim: { most: 500 } },
        { what: `school board, ${learners} learners`, measured: school, unit: 'ms', aim: { most: 1000 } },
        {
          what: `queries of the table, ${learners} learners`,
          measured: queries,
          unit: '',
          aim: { most: 6 },
          note: small?.queries === large?.queries ? 'the same at every size' : 'NOT the same at every size',
        },
      ]),
    }
  },
}

type Measured = { learners: number; district: number; school: number; queries: number }

async function measureSize(learners: number): Promise<Measured> {
  const { ask, sql, served } = await openOfficeDistrict(learners)
  await ask(AdoptPlan, { body: { pack: 'bc/communications' } })
  await sql(
    `insert into reflection (id, district_id, learner_id, made_at)
      select uuidv7(), d.id, l.id, now() - k * interval '9 days' from bench.learner l, bench.district d, generate_series(0, 9) k where l.n % 3 > 0`,
    `insert into goal (id, district_id, learner_id, form, set_at)
      select uuidv7(), d.id, l.id, 'step', now() - k * interval '40 days' from bench.learner l, bench.district d, generate_series(0, 2) k where l.n % 2 > 0`,
    'vacuum analyze',
  )
  const id = String((await sql('select school_id from bench.district'))[0]?.['school_id'])
  const often = async (work: () => Promise<{ ms: number }>) => {
    const taken: number[] = []
    for (let time = 0; time < times; time += 1) taken.push((await work()).ms)
    return median(taken.slice(2))
  }
  const district = await often(() => ask(CountCompleteness))
  const school = await often(() => ask(GetSchoolCompleteness, { params: { id } }))
  const before = await served.queries()
  await ask(CountCompleteness)
  return { learners, district, school, queries: (await served.queries()) - before }
}

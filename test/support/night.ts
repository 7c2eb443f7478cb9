import { sql } from '../../src/platform/database.ts'
import { asTheSystem } from '../../src/platform/transaction.ts'
import { castMember, testMorning } from './cast.ts'
import type { School } from './school.ts'

const day = 24 * 3_600_000

/** The night so many days after the morning of the tests; afterwards it is that morning again. */
export async function nightFalls(school: School, daysLater: number): Promise<void> {
  school.clock.now = new Date(testMorning.getTime() + daysLater * day)
  await nightPasses(school)
  school.clock.now = testMorning
}

/** The whole of this night, until the worker has done all that follows it. */
export async function nightPasses(school: School): Promise<void> {
  const { districtId } = castMember('mika')
  const asSystem = <T>(work: Parameters<typeof asTheSystem<T>>[2]) =>
    asTheSystem(school.program.ground, { reason: 'test', districtId }, work)
  await asSystem(({ tell }) => tell('night.fell', { districtId, id: districtId }))
  for (let tries = 0; tries < 600; tries += 1) {
    const { rows } = await asSystem(({ db }) =>
      sql<{ state: string }>`select state from pgboss.job where name = 'night.fell'`.execute(db),
    )
    if (rows.length > 0 && rows.every(({ state }) => state === 'completed')) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the night did not end')
}

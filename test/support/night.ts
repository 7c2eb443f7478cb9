import { sql } from '../../src/platform/database.ts'
import { asTheSystem } from '../../src/platform/transaction.ts'
import { castMember, testMorning } from './cast.ts'
import type { School } from './school.ts'

const day = 24 * 3_600_000

/** The whole night, so many days after the morning of the tests: until the worker has done all that follows it. */
export async function nightFalls(school: School, daysLater: number): Promise<void> {
  const { districtId } = castMember('mika')
  school.clock.now = new Date(testMorning.getTime() + daysLater * day)
  const asSystem = <T>(work: Parameters<typeof asTheSystem<T>>[2]) =>
    asTheSystem(school.program.ground, { reason: 'test', districtId }, work)
  await asSystem(({ tell }) => tell('night.fell', { districtId, id: districtId }))
  for (let tries = 0; tries < 400; tries += 1) {
    const { rows } = await asSystem(({ db }) =>
      sql<{ state: string }>`select state from pgboss.job where name = 'night.fell'`.execute(db),
    )
    if (rows.length > 0 && rows.every(({ state }) => state === 'completed')) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  school.clock.now = testMorning
}

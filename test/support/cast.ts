import type { PoolConfig } from 'pg'
import { demoCast } from '../../src/demo/cast.ts'
import type { DemoCast, DemoPerson } from '../../src/demo/cast-shape.ts'
import { demoTimeZone, fillPeople } from '../../src/demo/fill-people.ts'
import { foundDistrict } from '../../src/schools/store.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { asTheSystem, type Ground } from '../../src/platform/transaction.ts'

/** The day every test begins on: a Tuesday morning in the twelfth week of school. */
export const testMorning = new Date('2026-11-24T18:00:00Z')

/** The school everybody knows: the very people of the demo. */
export const cast: DemoCast = demoCast(testMorning)

export function castMember(key: string): DemoPerson {
  const found = cast.people.find((one) => one.key === key)
  if (!found) throw new Error(`nobody in the cast is called ${key}`)
  return found
}

export async function fillCast(connection: PoolConfig): Promise<void> {
  const database = openDatabase(connection, () => {})
  const quiet = { info: () => {}, error: () => {} }
  const queue = { tellIn: () => async () => {}, stop: async () => {} }
  const ground: Ground = { database, queue, secret: 'for the cast only', now: () => testMorning, log: quiet }
  for (const district of cast.districts) {
    await foundDistrict(database, { ...district, timeZone: demoTimeZone }, testMorning)
    await asTheSystem(ground, { reason: 'fill the cast', districtId: district.id }, ({ db }) =>
      fillPeople(db, cast, district, testMorning),
    )
  }
  await database.destroy()
}

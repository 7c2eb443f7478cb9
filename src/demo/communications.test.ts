import { expect, test } from 'vitest'
import { cast, castMember, testMorning } from '../../test/support/cast.ts'
import { classBoard, schoolBoard } from '../../test/support/completing.ts'
import { idOf, openSchool } from '../../test/support/school.ts'
import { ListReminders } from '../communications/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { ListReflections } from '../reflections/contract.ts'
import { fillClaims } from './fill-claims.ts'
import { fillCommunications } from './fill-communications.ts'
import { demoWorks } from './works.ts'

test('the demo shows a board with some who have said theirs and some who have not, told and untold', async () => {
  const school = await openSchool()
  const works = demoWorks(cast, testMorning)
  for (const district of cast.districts)
    await asTheSystem(school.program.ground, { reason: 'test', districtId: district.id }, async ({ db }) => {
      await fillCommunications({ db, cast, district, today: testMorning })
      const here = works.filter(({ learnerKey }) => castMember(learnerKey).districtId === district.id)
      for (const one of here)
        await sql`insert into piece (id, district_id, learner_id, created_by, created_at, grown_at)
          values (${one.id}, ${district.id}, ${idOf(one.learnerKey)}, ${idOf(one.learnerKey)}, ${testMorning}, ${testMorning})`.execute(
          db,
        )
      await fillClaims({ db, cast, district, works, today: testMorning })
    })
  const { learners, chosen } = (await classBoard(school, 'rivera')).body
  expect(chosen).not.toBeNull()
  const of = (key: string) => learners.find(({ learner }) => learner.id === idOf(key))
  expect(of('mika')).toMatchObject({ complete: true, remindedOn: null })
  expect(of('sam')).toMatchObject({ complete: true })
  expect(of('zofia')).toMatchObject({ said: ['reflection'], complete: false })
  expect(of('saoirse')).toMatchObject({ said: ['reflection', 'goal'], complete: false })
  expect(of('otto')?.remindedOn).not.toBeNull()
  expect((await schoolBoard(school, 'chen')).body.complete).toBeGreaterThan(3)
  const told = await school.as('zofia').ask(ListReminders)
  expect(told.body).toMatchObject([{ missing: ['goal', 'claim'], remindedBy: { id: idOf('rivera') } }])
  const read = await school.as('rivera').ask(ListReflections, { params: { id: idOf('sam') } })
  expect(read.body.reflections).toEqual([])
  await school.close()
})

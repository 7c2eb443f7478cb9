import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { districtId } from '../demo/cast-schools.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { FindForClass } from '../schools/contract.ts'
import { EnterPerson, FindPeople, MergePeople, RenamePerson } from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

test('one kind is found among any number of others with the name, who take nobody’s place', async () => {
  const why = { reason: 'a thousand namesakes', districtId: districtId.nechako }
  await asTheSystem(school.program.ground, why, ({ db }) =>
    sql`insert into person (id, district_id, given_name, family_name, created_at)
      select gen_random_uuid(), ${districtId.nechako}, 'A' || n, 'Rivera', cairn_now() from generate_series(1, 2500) n`.execute(
      db,
    ),
  )
  const find = async (kind?: string) =>
    (await school.as('singh').ask(FindPeople, { query: { words: 'rivera', ...(kind ? { kind } : {}) } })).body
  expect(await find()).toHaveLength(30)
  expect((await find('teacher')).map(({ id }) => id)).toEqual([idOf('rivera')])
  expect(await find('learner')).toEqual([])
})

async function enter(given: string, family: string, legal: [string, string] | [] = []) {
  const id = newId()
  const body = { given, family, legalGiven: legal[0] ?? null, legalFamily: legal[1] ?? null }
  await school.as('singh').ask(EnterPerson, { params: { id }, body })
  return id
}
const found = async (words: string) =>
  (await school.as('singh').ask(FindPeople, { query: { words } })).body.map(({ id }) => id)

test.each([
  ['Zoë', 'Lévesque-Côté', 'zoe levesque', 'COTE Zoë', 'levesquecote', 'lévesque-côté'],
  ['Siobhán', 'O’Brannigan', "o'brannigan", 'obrannigan', 'siobhan O’Brannigan'],
  ['ʔAʔisak', 'ƛ̓aqʷas', 'ʔaʔisak', 'aisak', 'laqwas', 'ƛ̓aqʷas'],
  ['Ḵwuna', 'χaʔan', 'kwuna', 'xaan', 'χaʔan ḵwuna'],
  ['Łukasz', 'Œuvray', 'lukasz', 'oeuvray', 'Œuv'],
])('%s %s is found by every way somebody may type it', async (given, family, ...typed) => {
  const id = await enter(given, family)
  for (const words of [...typed, `${given} ${family}`, `${family} ${given}`])
    expect([words, await found(words)]).toEqual([words, expect.arrayContaining([id])])
})

test('by the legal name, and by a name of before, after those who are called so now', async () => {
  const id = await enter('Robin', 'Quillfeather', ['Roberta', 'Quillfeather-Oakes'])
  expect(await found('roberta oakes')).toEqual([id])
  const names = { given: 'Robin', family: 'Thistlewood', legalGiven: null, legalFamily: null }
  const renamed = await school
    .as('singh')
    .ask(RenamePerson, { params: { id: newId() }, body: { personId: id, ...names } })
  expect(renamed.status).toBe(200)
  expect(await found('quillfeather')).toEqual([id])
  const now = await enter('Ada', 'Quillfeather')
  expect(await found('quillfeather')).toEqual([now, id])
})

test('by an address, and somebody merged by what stands in the record that is gone', async () => {
  const [kept, gone] = [await enter('Wren', 'Halloway'), await enter('Wrenna', 'Holloway')]
  const why = { reason: 'an address', districtId: districtId.nechako }
  await asTheSystem(school.program.ground, why, async ({ db }) => {
    await sql`insert into contact (person_id, district_id, email, noted_by, noted_at)
      values (${kept}, ${why.districtId}, 'Wren.H@post.example', ${idOf('singh')}, cairn_now())`.execute(db)
    await sql`insert into roster_identifier (id, person_id, district_id, kind, value)
      values (${newId()}, ${gone}, ${why.districtId}, 'student_number', '7741903')`.execute(db)
  })
  expect(await found('wren.h@post')).toEqual([kept])
  const body = { keptId: kept, goneId: gone, accepts: ['other_names'] }
  expect((await school.as('singh').ask(MergePeople, { params: { id: newId() }, body })).status).toBe(200)
  expect(await found('7741903')).toEqual([kept])
  expect(await found('holloway')).toEqual([kept])
})

test('by the address and the sign-in name of a roster, and by a telephone however it is written', async () => {
  const id = await enter('Petra', 'Nighthawk')
  const why = { reason: 'a roster', districtId: districtId.nechako }
  const facts = { given: 'Petra', family: 'Nighthawk', email: 'P.Hawk@post.example', username: 'phawk7' }
  await asTheSystem(school.program.ground, why, async ({ db }) => {
    await sql`insert into roster_key (district_id, source, kind, sourced_id, subject_id, facts)
      values (${why.districtId}, 'oneroster', 'person', 'G77', ${id}, ${JSON.stringify(facts)})`.execute(db)
    await sql`insert into contact (person_id, district_id, phone, noted_by, noted_at)
      values (${id}, ${why.districtId}, '(250) 555-0188', ${idOf('singh')}, cairn_now())`.execute(db)
  })
  const ways = ['p.hawk@post', 'P.HAWK', 'phawk7', '250 555 0188', '+1 250-555-0188', '555-0188']
  for (const words of ways) expect([words, await found(words)]).toEqual([words, [id]])
  // neither a part of it nor a first name that an address begins with
  for (const words of ['p.hawk@other', '0188', '999 555 0188'])
    expect([words, await found(words)]).toEqual([words, []])
})

test('whose a telephone or an address is, a school is told of its own people, not of a teacher of another', async () => {
  const why = { reason: 'telephones', districtId: districtId.nechako }
  const note = (key: string, end: number) =>
    asTheSystem(school.program.ground, why, ({ db }) =>
      sql`insert into contact (person_id, district_id, phone, email, noted_by, noted_at) values (${idOf(key)},
        ${why.districtId}, ${`250 555 910${end}`}, ${`home${end}@post.example`}, ${idOf('singh')}, cairn_now())
        on conflict (person_id) do update set phone = excluded.phone, email = excluded.email`.execute(db),
    )
  for (const [end, key] of ['halvorsen', 'okafor', 'ayse'].entries()) await note(key, end)
  const ask = async (key: string, said: string) => {
    const parts = { params: { id: classOf('division-3') }, query: { words: said } }
    return (await school.as(key).ask(FindForClass, parts)).body.map(({ name }) => name)
  }
  const told = (key: string) =>
    Promise.all(['250-555-9100', 'home0@post', '250 555 9101', '2505559102'].map((one) => ask(key, one)))
  expect(await told('chen')).toEqual([[], [], ['Ngozi Okafor'], []])
  expect((await told('singh')).flat()).toHaveLength(4)
})

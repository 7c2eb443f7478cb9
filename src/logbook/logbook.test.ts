import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { schoolId } from '../demo/cast-schools.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { SetAnswerRule } from '../askings/contract.ts'
import { BeginFramework, CloseFramework } from '../competencies/contract.ts'
import { SetDigestRule } from '../digests/contract.ts'
import { SetLinkRule } from '../links/contract.ts'
import { NoteContact } from '../mail/contract.ts'
import { sql } from '../platform/database.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { AddGuardianship, CorrectGuardianship, GiveDuty } from '../register/contract.ts'
import { KeepClass } from '../schools/contract.ts'
import { SetShowcaseRule } from '../showcases/contract.ts'
import { districtId } from '../demo/cast-schools.ts'
import { ExportLogbook, ReadLogbook } from './contract.ts'
import { cellOf, csvOf } from './line.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const read = (key: string, query: object = {}) => school.as(key).ask(ReadLogbook, { query })
const previews = (key: string, on: boolean) => school.as(key).ask(SetLinkRule, { body: { previews: on } })
const acts = async (key: string, query: object = {}) =>
  (await read(key, query)).body.lines.map(({ act }) => act)
const begin = (title: string) =>
  school
    .as('singh')
    .ask(BeginFramework, { params: { id: newId() }, body: { title, notes: '', judgedBy: 'learner' } })

test('what an office does is written with who, when and on what; what was refused is not', async () => {
  expect((await previews('chen', true)).code).toBe('not_allowed')
  expect((await previews('singh', true)).status).toBe(200)
  const { lines } = (await read('singh')).body
  expect(lines).toMatchObject([{ act: 'links.ruled', by: 'Amandeep Singh', said: { on: 'yes' } }])
  expect(Date.parse(lines[0]?.at ?? '')).toBe(school.clock.now.getTime())
})

test('a school’s head reads what was done at her schools, the district’s office everything, others nothing', async () => {
  const rule = { params: { id: schoolId('riverbend') }, body: { holds: true } }
  expect((await school.as('chen').ask(SetAnswerRule, rule)).status).toBe(200)
  expect(await acts('chen')).toEqual(['answers.ruled'])
  expect((await read('chen')).body.lines[0]).toMatchObject({ by: 'Mei-Ling Chen', on: 'Riverbend Academy' })
  expect(await acts('singh')).toEqual(['answers.ruled', 'links.ruled'])
  expect(await acts('doyle')).toEqual([])
  for (const key of ['rivera', 'okafor', 'mika', 'amara', 'marsh']) {
    expect([key, (await read(key)).code]).toEqual([key, 'not_found'])
    expect([key, (await school.as(key).ask(ExportLogbook)).code]).toEqual([key, 'not_found'])
  }
})

test('it is filtered by act, by doer, by whom it was done to and by days', async () => {
  const contact = { params: { id: idOf('amara') }, body: { email: 'amara@example.org', phone: '' } }
  expect((await school.as('singh').ask(NoteContact, contact)).status).toBe(200)
  expect(await acts('singh', { personId: idOf('amara') })).toEqual(['contact.noted'])
  expect((await read('singh', { personId: idOf('amara') })).text).not.toContain('example.org')
  expect(await acts('singh', { act: 'links.ruled' })).toEqual(['links.ruled'])
  expect(await acts('singh', { byId: idOf('chen') })).toEqual(['answers.ruled'])
  expect(await acts('singh', { from: '2026-11-25' })).toEqual([])
  expect(await acts('singh', { until: '2026-11-23' })).toEqual([])
  expect(await acts('singh', { from: '2026-11-24', until: '2026-11-24' })).toHaveLength(3)
  expect((await read('singh')).body.doers.map(({ name }) => name)).toEqual([
    'Amandeep Singh',
    'Mei-Ling Chen',
  ])
  // the same by a teacher of the class is teaching, and no line
  await school.as('okafor').ask(NoteContact, { ...contact })
  expect(await acts('singh', { act: 'contact.noted' })).toHaveLength(1)
})

test('nobody changes it or empties it afterwards, not the program either', async () => {
  const why = { reason: 'try to change the logbook', districtId: districtId.nechako }
  for (const statement of [
    sql`update logbook_line set act = 'links.ruled'`,
    sql`delete from logbook_line`,
    sql`truncate logbook_line`,
  ]) {
    const tried = asTheSystem(school.program.ground, why, ({ db }) => statement.execute(db))
    await expect(tried).rejects.toThrow(/only added to|permission denied/)
  }
  expect(await acts('singh')).toHaveLength(3)
})

test('it is read page by page', async () => {
  for (let count = 0; count < 103; count += 1) await previews('singh', count % 2 === 0)
  const first = (await read('singh', { act: 'links.ruled' })).body
  expect([first.lines.length, first.more]).toEqual([100, true])
  const rest = (await read('singh', { act: 'links.ruled', after: first.lines.at(-1)?.id })).body
  expect([rest.lines.length, rest.more]).toEqual([4, false])
})

test('as a file it runs nothing in a spreadsheet, and is said in either language', async () => {
  await begin('=HYPERLINK("http://example.org","look")')
  const framework = await begin('Walking, "slowly"')
  expect(framework.status).toBe(200)
  const file = (await school.as('singh').ask(ExportLogbook, { query: { locale: 'fr' } })).body
  expect(file.name).toBe('logbook-2026-11-24.csv')
  expect(file.text.startsWith('\uFEFFQuand;Qui;')).toBe(true)
  expect(file.text).toMatch(/2026-11-24 1[01]:00:00;Amandeep Singh;framework.begun;/)
  expect(file.text).toContain('"A commencé le référentiel Walking, ""slowly"""')
  expect(file.text.split('\r\n').some((line) => /(?:^|;)"?[=+@-]/.test(line))).toBe(false)
  expect((await school.as('doyle').ask(ExportLogbook)).body.text.split('\r\n')).toHaveLength(2)
})

test('a cell that would be a formula is words', () => {
  for (const text of ['=1+1', '+1', '-1', '@sum', '\t=1', ' =1', '\r=1'])
    expect(cellOf(text).replace(/^"/, '')).toMatch(/^'/)
  expect(cellOf('5 - 3')).toBe('5 - 3')
  expect(csvOf([['a', 'b\n"c"']], 'en')).toBe('\uFEFFa,"b\n""c"""\r\n')
  expect(csvOf([['a;b', '＝c']], 'fr')).toBe('\uFEFF"a;b";\'＝c\r\n')
})

test('closing something that is not there is written nowhere', async () => {
  const params = { id: newId() }
  expect((await school.as('singh').ask(CloseFramework, { params, body: { closed: true } })).code).toBe(
    'not_found',
  )
  expect(await acts('singh', { act: 'framework.closed' })).toEqual([])
})

test('of a rule, a class and a tie it says what holds now and what was before', async () => {
  const singh = school.as('singh')
  const file = async (locale: string) =>
    (await singh.ask(ExportLogbook, { query: { locale } })).body.text.split('\r\n')
  const said = async (locale: string) => {
    const between = locale === 'fr' ? ';' : ','
    return (await file(locale)).slice(1, 3).map((line) => line.split(between).slice(4).join(between))
  }
  const at = { id: schoolId('riverbend') }
  const grade = (guardianThroughGrade: number) =>
    singh.ask(SetShowcaseRule, { body: { guardianThroughGrade } })
  await singh.ask(SetAnswerRule, { params: at, body: { holds: false } })
  expect((await said('en'))[0]).toBe(
    'Decided that families’ answers at Riverbend Academy reach the child at once (before: they waited)',
  )
  await previews('singh', true)
  await previews('singh', false)
  expect((await said('en'))[0]).toBe(
    'Decided that linked pages are not asked for their names (before: asked)',
  )
  await singh.ask(SetDigestRule, { params: at, body: { tells: 'nothing' } })
  expect((await said('fr'))[0]).toBe(
    'A décidé ce que disent les lettres hebdomadaires aux familles de Riverbend Academy\u00a0: pas de lettres (avant\u00a0: cela seulement)',
  )
  await grade(1)
  await grade(-1)
  expect((await said('fr'))[0]).toContain('\u00a0: aucune (avant\u00a0: la 1re année)')
  await grade(0)
  expect((await said('en'))[0]).toBe(
    'Decided through which grade a guardian must agree to a showcase: kindergarten (before: in none)',
  )
  const made = { schoolId: at.id, name: 'Art', opensOn: '2026-09-01', closesOn: '2027-06-30' }
  const params = { id: newId() }
  await singh.ask(KeepClass, { params, body: made })
  await singh.ask(KeepClass, { params, body: { ...made, name: 'Art 5' } })
  expect((await said('en'))[0]).toMatch(/^"?Changed the class Art 5, before called Art"?$/)
  await singh.ask(KeepClass, { params, body: { ...made, name: 'Art 5', closesOn: '2027-01-31' } })
  expect((await said('en'))[0]).toContain(
    'Changed the class Art 5, now 2026-09-01 to 2027-01-31 (before: 2026-09-01 to 2027-06-30)',
  )
  const tie = { learnerId: idOf('mika'), guardianId: idOf('sofia-f'), relationship: 'aunt' }
  await singh.ask(AddGuardianship, { params, body: tie })
  await singh.ask(CorrectGuardianship, { params, body: { relationship: 'godmother' } })
  const both = await said('en')
  expect(both[0]).toMatch(
    /^Corrected a guardianship between Sofia .+ and Mika .+: godmother \(before: aunt\)$/,
  )
  expect(both[1]).toMatch(
    /^Corrected a guardianship between Mika .+ and Sofia .+: godmother \(before: aunt\)$/,
  )
})

test('a duty is said in the language of whoever reads it, with where it is', async () => {
  const give = (at: string | null) =>
    school.as('singh').ask(GiveDuty, {
      params: { id: newId() },
      body: { personId: idOf('okafor'), kind: 'safeguarding', schoolId: at },
    })
  expect([(await give(schoolId('riverbend'))).status, (await give(null)).status]).toEqual([200, 200])
  const query = { locale: 'fr', act: 'person.charged' } as const
  const { text } = (await school.as('singh').ask(ExportLogbook, { query })).body
  expect(text).toContain('protection de l’enfance à Riverbend Academy')
  expect(text).toContain('protection de l’enfance pour le district')
})

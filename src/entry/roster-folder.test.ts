import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { type Human, oneRoster, zipOf } from '../../test/support/rostering.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { ApplyRosterImport, GetRosterImport, ListRosterImports } from '../rosters/contract.ts'
import { takeRosters } from './roster-folder.ts'

let school: School
let root: string
let folder: string
beforeAll(async () => {
  school = await openSchool()
  school.clock.now = new Date(Date.now() + 1000)
  root = await mkdtemp(join(tmpdir(), 'cairn-rosters-'))
  folder = join(root, castMember('singh').districtId)
  await mkdir(folder)
})
afterAll(async () => {
  await school.close()
  await rm(root, { recursive: true })
})

const people: Human[] = [
  { id: 'T', role: 'teacher', given: 'Tia', family: 'Moss' },
  ...[1, 2, 3, 4, 5, 6].map((n) => ({ id: `L${n}`, role: 'student', given: `Lou${n}`, family: 'Reed' })),
]
const night = (here: Human[]) =>
  zipOf(oneRoster({ people: here, classes: [{ id: 'C', title: 'Aspen', who: here.map(({ id }) => id) }] }))
const take = (waits = 0) => takeRosters(school.program.ground, root, waits)
const imports = async () => (await school.as('singh').ask(ListRosterImports)).body

test('what is put into the folder is applied when it has come whole, and what was said of it lies beside it', async () => {
  await writeFile(join(folder, 'monday.zip'), night(people))
  await writeFile(join(folder, 'later.zip.part'), 'half')
  await symlink('/etc/hostname', join(folder, 'link.zip'))
  expect(await take(60_000)).toEqual([])
  expect(await take()).toEqual(['applied monday.zip'])
  expect(await take()).toEqual([])
  const [kept] = (await readdir(join(folder, 'applied'))).filter((name) => name.endsWith('.txt'))
  expect(await readFile(join(folder, 'applied', kept ?? ''), 'utf8')).toContain('7')
  expect((await readdir(folder)).toSorted()).toEqual(['applied', 'later.zip.part', 'link.zip', 'working'])
  const [{ broughtBy, appliedAt } = { broughtBy: '', appliedAt: null }] = await imports()
  expect([broughtBy, appliedAt !== null]).toEqual([null, true])
})

test('the same file again is kept in the history as a night on which nothing changed', async () => {
  await writeFile(join(folder, 'tuesday.zip'), night(people))
  expect(await take()).toEqual(['applied tuesday.zip'])
  const [again] = await imports()
  expect(again).toMatchObject({ name: 'tuesday.zip', changesNothing: true })
  // it stands in nobody's way
  const monday = (await imports()).find(({ name }) => name === 'monday.zip')
  const { body } = await school.as('singh').ask(GetRosterImport, { params: { id: monday?.id ?? '' } })
  expect(body.may.undo).toBe(true)
})

test('half a roster waits for the office, who may apply it on screen; what is none is refused with its reason', async () => {
  await writeFile(join(folder, 'half.zip'), night(people.slice(0, 2)))
  await writeFile(join(folder, 'bad.zip'), night(people).subarray(0, 500))
  expect(await take()).toEqual(['refused bad.zip', 'waiting half.zip'])
  const reason = (await readdir(join(folder, 'refused'))).find((name) => name.endsWith('.txt'))
  expect(await readFile(join(folder, 'refused', reason ?? ''), 'utf8')).toMatch(/damaged or cut short/)
  const [half] = await imports()
  expect(half).toMatchObject({ name: 'half.zip', appliedAt: null })
  const params = { id: half?.id ?? '' }
  const { body } = await school.as('singh').ask(GetRosterImport, { params })
  const accepts = body.story.anomalies.map(({ code }) => code)
  expect(accepts.length).toBeGreaterThan(0)
  expect((await school.as('singh').ask(ApplyRosterImport, { params, body: { accepts } })).status).toBe(200)
})

test('what was being read when the program died is read again', async () => {
  await writeFile(join(folder, 'working', 'wednesday.zip'), night(people))
  expect(await take()).toEqual(['applied wednesday.zip'])
})

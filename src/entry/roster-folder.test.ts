import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { type Human, oneRoster, zipOf } from '../../test/support/rostering.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { ApplyRosterImport, GetRosterImport, ListRosterImports } from '../rosters/contract.ts'
import { demandRosterFolder, takeRosters } from './roster-folder.ts'

let school: School
let root: string
let folder: string
beforeAll(async () => {
  school = await openSchool()
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
const take = (waits = 0, later = 1000) => {
  school.clock.now = new Date(Date.now() + later)
  return takeRosters(school.program.ground, root, waits)
}
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
  // its end may still come: a line that broke comes back
  expect(await take()).toEqual(['waiting half.zip'])
  expect(await take(0, 3_700_000)).toEqual(['refused bad.zip'])
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

test('a transfer that stands still for minutes is left alone until its end has come, whatever day it says it is of', async () => {
  const whole = night(people)
  const slow = join(folder, 'slow.zip')
  await writeFile(slow, whole.subarray(0, 600))
  await utimes(slow, new Date('2020-01-01'), new Date('2020-01-01'))
  expect(await take()).toEqual([])
  await appendFile(slow, whole.subarray(600))
  // a day of years ago, as transfers set that keep the day of the file
  await utimes(slow, new Date('2020-01-01'), new Date('2020-01-01'))
  expect(await take(2 * 3_600_000)).toEqual([])
  expect(await take()).toEqual(['applied slow.zip'])
})

test('what was being read when the program died is read again', async () => {
  await writeFile(join(folder, 'working', 'wednesday.zip'), night(people))
  expect(await take()).toEqual(['applied wednesday.zip'])
})

test('a sender’s link in place of a folder of ours carries nothing into the folder of another district', async () => {
  const elsewhere = join(root, 'elsewhere')
  await mkdir(elsewhere)
  await rm(join(folder, 'refused'), { recursive: true, force: true })
  await symlink(elsewhere, join(folder, 'refused'))
  await writeFile(join(folder, 'evil.csv'), 'no roster')
  expect(await take()).toEqual([])
  expect(await readdir(elsewhere)).toEqual([])
  await rm(join(folder, 'refused'))
  expect(await take()).toEqual(['refused evil.csv'])
})

test('a folder that is not there is refused at the start, and named', async () => {
  await expect(demandRosterFolder(root)).resolves.toBeUndefined()
  const nowhere = join(root, 'nowhere')
  await expect(demandRosterFolder(nowhere)).rejects.toThrow(`CAIRN_ROSTERS names ${nowhere}`)
})

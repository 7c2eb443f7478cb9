import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apply, bring, type Human, oneRoster, type Year, zipOf } from '../../../test/support/rostering.ts'
import { openSchool, type School } from '../../../test/support/school.ts'
import { ChangePassword, GetMe } from '../../people/contract.ts'
import { FindPeople, GetPerson, GiveSignIn } from '../../register/contract.ts'
import { AddPiece, GetPiece } from '../../work/contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const learner = (n: number): Human => ({ id: `R${n}`, role: 'student', given: `Rolla${n}`, family: 'Over' })
const first: Human[] = [1, 2, 3, 4, 5, 6].map(learner)
const teacher = (id: string, given: string): Human => ({ id, role: 'teacher', given, family: 'Over' })
const before: Year = {
  people: [...first, teacher('U1', 'Tessamund'), teacher('U2', 'Tovemund')],
  classes: [
    { id: 'K1', title: 'Alder', who: ['U1', 'R1', 'R2', 'R3'] },
    { id: 'K2', title: 'Cedar', who: ['U2', 'R4', 'R5', 'R6'] },
  ],
}
/** R1 goes to another school with a teacher who is new, R2 leaves, and so does one of the teachers. */
const after: Year = {
  school: 'S2',
  opens: '2027-09-07',
  closes: '2028-06-23',
  people: [...first.filter(({ id }) => id !== 'R2'), teacher('U2', 'Tovemund'), teacher('U3', 'Tildamund')],
  classes: [
    { id: 'N1', title: 'Dogwood', who: ['U3', 'R1', 'R3'] },
    { id: 'N2', title: 'Elder', who: ['U2', 'R4', 'R5', 'R6'] },
  ],
}

const password = 'a password for a year'
async function idCalled(name: string): Promise<string> {
  const { body } = await school.as('singh').ask(FindPeople, { query: { words: name } })
  return body[0]?.id ?? ''
}

/** Somebody out of a roster, signed in with what the office gave them. */
async function come(name: string) {
  const username = name.toLowerCase()
  const { app } = school.program
  const params = { id: await idCalled(name) }
  await school.as('singh').ask(GiveSignIn, { params, body: { username, password } })
  const headers = { 'x-cairn': '1' }
  const payload = { username, password }
  const [cookie] = (await app.inject({ method: 'PUT', url: '/api/session', headers, payload })).cookies
  const own = { ...headers, cookie: `${cookie?.name}=${cookie?.value}` }
  // whoever comes in with a password of the office chooses one first
  const chosen = { next: `${password}, of my own` }
  await app.inject({ method: 'PUT', url: ChangePassword.path, headers: own, payload: chosen })
  return {
    add: async (text: string) => {
      const id = newId()
      const body = { iteration: { id: newId(), parts: [{ kind: 'text', text }] } }
      const url = AddPiece.path.replace(':id', id)
      expect((await app.inject({ method: 'PUT', url, headers: own, payload: body })).statusCode).toBe(200)
      return id
    },
    sees: async (piece: string) =>
      (await app.inject({ method: 'GET', url: GetPiece.path.replace(':id', piece), headers: own }))
        .statusCode,
    hats: async () => (await app.inject({ method: 'GET', url: GetMe.path, headers: own })).json().hats,
  }
}
const openClasses = async (name: string) => {
  const { body } = await school.as('singh').ask(GetPerson, { params: { id: await idCalled(name) } })
  return body.classes.filter(({ isOpen }) => isOpen).map((one) => `${one.name} · ${one.school}`)
}

test('a new year: new classes at another school, some leave, and the work of all stays theirs', async () => {
  const one = await bring(school, zipOf(oneRoster(before)))
  expect((await apply(school, one.id)).status).toBe(200)
  const [stays, leaves] = [await come('Rolla1'), await come('Rolla2')]
  const [kept, left] = [await stays.add('a heron'), await leaves.add('a crow')]
  expect(await openClasses('Tessamund')).toEqual(['Alder · School S1'])

  school.later(290)
  const two = await bring(school, zipOf(oneRoster(after)))
  expect(two.story?.people.leave).toMatchObject({ count: 2, learners: 1, staff: 1 })
  expect(two.story?.enrollments).toMatchObject({ opened: 7, closed: 0 })
  const { code } = await apply(school, two.id)
  expect(code).toBe('looks_wrong')
  const accepts = two.story?.anomalies.map((anomaly) => anomaly.code) ?? []
  expect(accepts).toContain('school_vanishes')
  expect((await apply(school, two.id, accepts)).status).toBe(200)

  expect(await openClasses('Rolla1')).toEqual(['Dogwood · School S2'])
  expect(await openClasses('Rolla2')).toEqual([])
  expect(await openClasses('Tessamund')).toEqual([])
  const [again, gone] = [await come('Rolla1'), await come('Rolla2')]
  expect([await again.sees(kept), await again.sees(left)]).toEqual([200, 404])
  expect([await gone.hats(), await gone.sees(left)]).toEqual([['learner'], 200])
  expect(await again.add('another heron')).toBeTruthy()
})

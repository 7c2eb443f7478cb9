import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SetOwnPasswordRule } from '../../src/first-passwords/contract.ts'
import { ReadLogbook } from '../../src/logbook/contract.ts'
import * as register from '../../src/register/contract.ts'
import { schoolId } from '../../src/demo/cast-schools.ts'
import * as office from '../../src/office/contract.ts'
import {
  CloseSchool,
  EnrollPerson,
  GetKeptClass,
  KeepClass,
  KeepSchool,
  ListKeptSchools,
  ListShareSuggestions,
  SetShareSuggestion,
} from '../../src/schools/contract.ts'
import { ListSupport } from '../../src/support/contract.ts'
import { GetTranslator, KeepTranslator } from '../../src/translations/contract.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { type OfficeAct, officeActs, officeRowOf } from './who-keeps-office.ts'
import { people } from './who-may.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const names = { given: 'Mika', family: 'Lindqvist-Diallo', legalGiven: null, legalFamily: null }

/** so that each who may finds another day free */
let booked = 0

async function attempt(person: string, act: OfficeAct): Promise<string> {
  const visitor = school.as(person === 'nobody' ? null : person)
  const [params, fresh] = [{ id: idOf('mika') }, { id: newId() }]
  const twin = async () => {
    await school.as('singh').ask(register.EnterPerson, { params: fresh, body: names })
    return fresh.id
  }
  const asked = {
    logbook: () => visitor.ask(ReadLogbook),
    find: () => visitor.ask(register.FindPeople, { query: { words: 'mika' } }),
    open: () => visitor.ask(register.GetPerson, { params }),
    rename: () =>
      visitor.ask(register.RenamePerson, { params: fresh, body: { personId: params.id, ...names } }),
    password: () => visitor.ask(register.GiveSignIn, { params, body: { password: 'cairn-stones' } }),
    'sign out': () => visitor.ask(register.EndSessionsOf, { params: { id: idOf('hank') } }),
    guardian: () => {
      const body = { learnerId: params.id, guardianId: idOf('sofia-f'), relationship: 'aunt' }
      return visitor.ask(register.AddGuardianship, { params: fresh, body })
    },
    compare: () => visitor.ask(register.DescribeMerge, { params, query: { goneId: idOf('noor') } }),
    merge: async () => {
      const body = { keptId: params.id, goneId: await twin(), accepts: [] }
      return visitor.ask(register.MergePeople, { params: { id: newId() }, body })
    },
    depart: () => visitor.ask(register.Depart, { params: fresh, body: { personId: idOf('hank') } }),
    class: () => visitor.ask(GetKeptClass, { params: { id: classOf('division-3') } }),
    'open class': () => {
      const days = { opensOn: '2026-11-24', closesOn: '2027-06-25' }
      const body = { schoolId: schoolId('cedar-hill'), name: 'Choir', ...days }
      return visitor.ask(KeepClass, { params: fresh, body })
    },
    substitute: () => {
      const day = `2026-12-${10 + booked++}`
      const place = { classId: classOf('division-3'), personId: idOf('halvorsen'), role: 'teacher' }
      return visitor.ask(EnrollPerson, { params: fresh, body: { ...place, opensOn: day, closesOn: day } })
    },
    waiting: () => visitor.ask(office.ListWaiting),
    errands: () => visitor.ask(office.ListErrands),
    retry: () => {
      const body = { kind: 'file', trouble: 'broke', until: '2026-11-24T18:00:00Z' }
      return visitor.ask(office.RetryErrands, { params: fresh, body })
    },
    twins: () => visitor.ask(register.ListSuspected),
    storage: () => visitor.ask(office.CountStorage),
    suggested: () => visitor.ask(ListShareSuggestions),
    schools: () => visitor.ask(ListKeptSchools),
    'name school': () =>
      visitor.ask(KeepSchool, { params: { id: schoolId('cedar-hill') }, body: { name: 'Cedar Hill' } }),
    'close school': async () => {
      // one of its own, so that the others find theirs
      const body = { schoolId: fresh.id }
      await school.as('singh').ask(KeepSchool, { params: fresh, body: { name: `School ${fresh.id}` } })
      return visitor.ask(CloseSchool, { params: { id: newId() }, body })
    },
    'suggest here': () => {
      const body = { voice: 'early', suggests: null, schoolId: schoolId('cedar-hill') }
      return visitor.ask(SetShareSuggestion, { body })
    },
    suggest: () => {
      const body = { voice: 'early', suggests: { teachers: true, family: false } }
      return visitor.ask(SetShareSuggestion, { body })
    },
    support: () => visitor.ask(ListSupport),
    translator: () => visitor.ask(GetTranslator),
    translate: () => {
      const body = { address: 'https://words.example/', key: '', languages: ['pa'] }
      return visitor.ask(KeepTranslator, { body })
    },
    'own passwords': () => {
      const at = { params: { id: schoolId('cedar-hill') } }
      return visitor.ask(SetOwnPasswordRule, { ...at, body: { who: 'staff' } })
    },
    enter: () => visitor.ask(register.EnterPerson, { params: fresh, body: names }),
  }
  return letterOf(await asked[act]())
}

test.each([...new Set(['singh', 'chen', 'doyle', ...Object.keys(people)])])('%s', async (person) => {
  const letters: string[] = []
  for (const act of officeActs) letters.push(await attempt(person, act))
  expect(letters.join(' ')).toBe(officeRowOf(person))
})

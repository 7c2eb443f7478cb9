import {
  type Command,
  districtOf,
  type Facts,
  type Given,
  noDistrict,
  NotUnderstood,
  want,
  within,
} from './command.ts'
import { noteActOf } from '../logbook/store.ts'
import { addPerson } from '../people/add-person.ts'
import { isUsernameTaken } from '../people/account-store.ts'
import { newId } from '../platform/new-id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { allDistricts, dayHere, insertClass, isHere, listPlaces } from '../schools/roster-store.ts'
import { foundDistrict } from '../schools/store.ts'
import { type Role, roles, giveRole } from '../schools/give-role.ts'
import { tellPeople } from './people-command.ts'
import { newPassword } from '../platform/password.ts'
import { noteAdded } from './note-added.ts'
import { addSchool, nameSchool } from './school-commands.ts'
import { addSupport, removeSupport } from './support-commands.ts'
import { resetPassword } from './reset-command.ts'
import { importRoster, undoRoster } from './import-command.ts'
import { askRosterServer, keepRosterServer } from './roster-server-command.ts'

export type RosterCommand = Command<(ground: Ground, given: Given) => Promise<Facts>>

const person = ['given', 'family', 'username']

export const rosterCommands: Readonly<Record<string, RosterCommand>> = {
  list: { about: 'districts, schools and classes with their ids', needs: [], may: [], run: list },
  'add-district': {
    about: 'a district and its first administrator',
    needs: ['name', 'time-zone', ...person],
    may: [],
    run: addDistrict,
  },
  'add-school': { about: 'a school', needs: ['name'], may: ['district'], run: addSchool },
  'rename-school': {
    about: 'another name for a school, until its roster says a new one itself',
    needs: ['school', 'name'],
    may: ['district'],
    run: nameSchool,
  },
  'add-class': {
    about: 'a class and its space; open from today for a year if no days are given',
    needs: ['school', 'name'],
    may: ['opens', 'closes', 'district'],
    run: addClass,
  },
  'add-person': {
    about: `somebody who signs in; --role is ${roles.join(', ')}`,
    needs: ['role', ...person],
    may: ['class', 'grade', 'learner', 'relationship', 'school', 'district'],
    run: addSomebody,
  },
  users: {
    about: 'everybody of the district: what they are, where, and how they sign in',
    needs: [],
    may: ['kind', 'district'],
    run: async (ground, given) => tellPeople(ground, given, await districtOf(ground, given)),
  },
  find: {
    about: 'people by name, number or sign-in name; ends with 1 when it is nobody',
    takes: 'name',
    needs: [],
    may: ['kind', 'district'],
    run: async (ground, given) => tellPeople(ground, given, await districtOf(ground, given)),
  },
  import: {
    about: 'a roster: who joins, leaves and moves; nothing is done with --dry-run',
    takes: 'file',
    needs: [],
    may: ['format', 'source', 'district'],
    flags: ['dry-run', 'accept-anomalies'],
    run: async (ground, given) => importRoster(ground, given, await districtOf(ground, given)),
  },
  'roster-server': {
    about: 'a OneRoster server that is asked every night; --signed when it wants OAuth 1.0a and no token',
    needs: ['address', 'client-id', 'secret-file'],
    may: ['token-address', 'oneroster', 'district'],
    flags: ['signed'],
    run: async (ground, given) => keepRosterServer(ground, given, await districtOf(ground, given)),
  },
  'ask-roster-server': {
    about: 'everything it has, now; nothing is done with --dry-run',
    needs: [],
    may: ['district'],
    flags: ['dry-run', 'accept-anomalies'],
    run: async (ground, given) => askRosterServer(ground, given, await districtOf(ground, given)),
  },
  'undo-import': {
    about: 'puts back what the latest import changed',
    needs: ['import'],
    may: ['district'],
    run: async (ground, given) => undoRoster(ground, given, await districtOf(ground, given)),
  },
  'add-support': {
    about: 'somebody of whoever hosts Cairn; a district then decides when to let them in',
    needs: ['host', ...person],
    may: ['district'],
    run: async (ground, given) => addSupport(ground, given, await districtOf(ground, given)),
  },
  'end-support': {
    about: 'is of support no more; what a district let them see is over at once',
    needs: ['username'],
    may: ['district'],
    run: async (ground, given) => removeSupport(ground, given, await districtOf(ground, given)),
  },
  'reset-password': {
    about: 'a new password; with it, ends a second step that was lost',
    needs: ['username'],
    may: [],
    flags: ['end-second-step'],
    run: reset,
  },
}

async function list(ground: Ground): Promise<Facts> {
  const places = await Promise.all(
    (await allDistricts(ground.database)).map((id) => within(ground, id, ({ db }) => listPlaces(db))),
  )
  return tellPlaces(places.flat())
}

export const tellPlaces = (places: readonly object[]): Facts =>
  places.length === 0 ? { places, lines: [noDistrict] } : { places }

async function addDistrict(ground: Ground, given: Given): Promise<Facts> {
  const zone = want(given, 'time-zone')
  if (!Intl.supportedValuesOf('timeZone').includes(zone)) {
    throw new NotUnderstood(`"${zone}" is not a time zone. It looks like America/Vancouver.`)
  }
  // before the district stands, because it is not taken back
  if (await isUsernameTaken(ground.database, want(given, 'username').trim())) throw new Refusal('id_taken')
  const id = newId()
  await foundDistrict(ground.database, { id, name: want(given, 'name'), timeZone: zone }, ground.now())
  await within(ground, id, (context) =>
    noteActOf(
      { ...context, districtId: id, personId: null },
      { act: 'district.founded', said: { what: want(given, 'name') } },
    ),
  )
  return { district: id, ...(await addSomebody(ground, { ...given, role: 'office', district: id })) }
}

async function addClass(ground: Ground, given: Given): Promise<Facts> {
  const districtId = await districtOf(ground, given)
  const id = newId()
  const [schoolId, name] = [want(given, 'school'), want(given, 'name')]
  await within(ground, districtId, async ({ db, now }) => {
    if (!(await isHere(db, 'school', schoolId))) throw new Refusal('not_found')
    const opensOn = given['opens'] ?? (await dayHere(db))
    const closesOn = given['closes'] ?? aYearAfter(opensOn)
    await insertClass(db, { id, districtId, schoolId, name, opensOn, closesOn })
    const line = { act: 'class.opened', classId: id, schoolId, said: { what: name } } as const
    await noteActOf({ db, now, districtId, personId: null }, line)
  })
  return { class: id }
}

async function addSomebody(ground: Ground, given: Given): Promise<Facts> {
  const role = roles.find((one) => one === given['role'])
  if (role === undefined) throw new NotUnderstood(`--role is one of: ${roles.join(', ')}.`)
  const districtId = await districtOf(ground, given)
  const [id, password] = [newId(), newPassword()]
  const [givenName, familyName] = [want(given, 'given'), given['family'] ?? '']
  const username = want(given, 'username').trim()
  await within(ground, districtId, async (context) => {
    await addPerson(context, { id, districtId, givenName, familyName, username, password })
    const openedOn = await dayHere(context.db)
    const tie = tieOf(role, given)
    await giveRole(context, { districtId, personId: id, openedOn, ...tie })
    const what = [givenName, familyName].filter(Boolean).join(' ')
    await noteAdded(context, { ...tie, districtId, personId: id, what })
  })
  return { person: id, username, password }
}

function tieOf(role: Role, given: Given) {
  const { class: classId, grade, learner: learnerId, relationship, school: schoolId } = given
  return { role, classId, grade, learnerId, relationship, schoolId }
}

async function reset(ground: Ground, given: Given): Promise<Facts> {
  const [username, password] = [want(given, 'username'), newPassword()]
  await resetPassword(ground, { username, password, endsSecondStep: 'end-second-step' in given })
  return { username, password }
}

function aYearAfter(day: string): string {
  const [year = '', rest = ''] = [day.slice(0, 4), day.slice(4)]
  // a year after 29 February is 28 February
  return `${Number(year) + 1}${rest === '-02-29' ? '-02-28' : rest}`
}

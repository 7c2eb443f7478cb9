import type { RosterClass, RosterSchool, RosterTerm } from './roster.ts'
import { note, type Planning, reject } from './roster-plan.ts'
import {
  type Balance,
  type Days,
  earlier,
  later,
  schoolYearOf,
  type StandingClass,
  weigh,
} from './standing.ts'

export type PlaceChanges = {
  schools: { opened: string[]; renamed: string[]; gone: string[] }
  classes: {
    opened: string[]
    changed: string[]
    closed: string[]
    /** by their days, whatever the rows say: of all that stand, and of those that are held today or soon */
    all: Balance
    now: Balance
  }
}

/** Schools, the terms they use, and their classes. */
export function planPlaces(planning: Planning): PlaceChanges {
  return { schools: planSchools(planning), classes: planClasses(planning) }
}

function planSchools(planning: Planning): PlaceChanges['schools'] {
  const { roster, standing, writes, schoolIds } = planning
  const changes: PlaceChanges['schools'] = { opened: [], renamed: [], gone: [] }
  for (const [key, { id }] of standing.schools) schoolIds.set(key, id)
  const named = new Set<string>()
  for (const school of roster.schools) {
    named.add(school.key)
    const known = standing.schools.get(school.key)
    if (school.gone) leave(planning, school, known, changes)
    else if (known === undefined) {
      const id = planning.makeId()
      schoolIds.set(school.key, id)
      writes.schools.push({ id, isNew: true, name: school.name || school.key })
      writes.keys.push({ kind: 'school', key: school.key, id, facts: null, leftOn: null })
      changes.opened.push(school.name || school.key)
    } else {
      if (![known.name, known.insteadOf, ''].includes(school.name)) {
        writes.schools.push({ id: known.id, isNew: false, name: school.name })
        changes.renamed.push(`${known.name} → ${school.name}`)
      }
      if (known.leftOn !== null)
        writes.keys.push({ kind: 'school', key: school.key, id: known.id, facts: null, leftOn: null })
    }
  }
  if (roster.modes.schools === 'bulk') {
    for (const [key, known] of standing.schools) {
      if (!named.has(key)) leave(planning, { key }, known, changes)
    }
  }
  return changes
}

function leave(
  planning: Planning,
  { key }: Pick<RosterSchool, 'key'>,
  known: { id: string; name: string; leftOn: string | null } | undefined,
  changes: PlaceChanges['schools'],
): void {
  if (known === undefined || known.leftOn !== null) return
  const leftOn = planning.standing.today
  planning.writes.keys.push({ kind: 'school', key, id: known.id, facts: null, leftOn })
  changes.gone.push(known.name)
}

function planClasses(planning: Planning): PlaceChanges['classes'] {
  const { roster, standing, classIds, classDays } = planning
  const changes: PlaceChanges['classes'] = {
    opened: [],
    changed: [],
    closed: [],
    all: { lost: 0, come: 0 },
    now: { lost: 0, come: 0 },
  }
  for (const [key, known] of standing.classes) {
    classIds.set(key, known.id)
    classDays.set(known.id, known)
  }
  const terms = new Map(roster.terms.map((term) => [term.key, term]))
  const named = new Set<string>()
  for (const one of roster.classes) {
    named.add(one.key)
    if (one.gone) closeClass(planning, one.key, changes)
    else planClass(planning, one, terms, changes)
  }
  if (roster.modes.classes === 'bulk') {
    for (const key of standing.classes.keys()) if (!named.has(key)) closeClass(planning, key, changes)
  }
  return changes
}

function planClass(
  planning: Planning,
  one: RosterClass,
  terms: Map<string, RosterTerm>,
  changes: PlaceChanges['classes'],
): void {
  const { standing, writes, classIds, classDays } = planning
  const schoolId = planning.schoolIds.get(one.schoolKey)
  if (schoolId === undefined) {
    return reject(planning, { ...one, code: 'unknown_school', detail: `${one.key}: ${one.schoolKey}` })
  }
  const known = standing.classes.get(one.key)
  if (known === undefined && standing.schools.get(one.schoolKey)?.closed)
    return reject(planning, { ...one, code: 'school_closed', detail: one.name })
  const days = daysOf(planning, one, terms, known)
  if (days.opensOn > days.closesOn) {
    const detail = `${one.key}: ${days.opensOn} ${days.closesOn}`
    return reject(planning, { ...one, code: 'dates_reversed', detail })
  }
  planTerms(planning, one, terms, schoolId)
  const id = known?.id ?? planning.makeId()
  const write = { id, isNew: known === undefined, name: one.name, schoolId, ...days }
  classIds.set(one.key, id)
  classDays.set(id, write)
  if (known === undefined) changes.opened.push(one.name)
  const same =
    known?.name === one.name &&
    known.schoolId === schoolId &&
    known.opensOn === days.opensOn &&
    known.closesOn === days.closesOn
  if (!same) writes.classes.push(write)
  if (!same && known !== undefined) changes.changed.push(one.name)
  weigh(standing.today, changes, known?.leftOn === null ? known : undefined, days)
  if (known === undefined || known.leftOn !== null)
    writes.keys.push({ kind: 'class', key: one.key, id, facts: null, leftOn: null })
}

/** What it was archived with; else its own days, else those of its terms, else those it has, else this school year. */
function daysOf(
  planning: Planning,
  one: RosterClass,
  terms: Map<string, RosterTerm>,
  known: StandingClass | undefined,
): Days {
  if (known?.archived) return { opensOn: known.opensOn, closesOn: known.closesOn }
  const used: Days[] = []
  const isWhole = planning.roster.modes.terms === 'bulk'
  for (const key of one.termKeys) {
    // what changed in classes may speak of terms that did not change
    const term =
      terms.get(key) ?? (isWhole ? undefined : planning.standing.terms.get(`${key} ${one.schoolKey}`))
    if (term) used.push(term)
    else if (isWhole) note(planning.oddities, { ...one, code: 'unknown_term', detail: key })
  }
  const opens = one.opensOn || used.map(({ opensOn }) => opensOn).reduce(earliest, '')
  const closes = one.closesOn || used.map(({ closesOn }) => closesOn).reduce(latest, '')
  if (opens !== '' && closes !== '') return { opensOn: opens, closesOn: closes }
  // those of a class that had left ended on the day it left, and it is back
  const stands = known?.leftOn === null ? known : undefined
  const fallback = stands ?? schoolYearOf(opens || planning.standing.today)
  if (stands === undefined) note(planning.oddities, { ...one, code: 'no_dates', detail: one.key })
  return { opensOn: opens || fallback.opensOn, closesOn: closes || fallback.closesOn }
}

const earliest = (one: string, other: string) => (one === '' ? other : earlier(one, other))
const latest = (one: string, other: string) => (one === '' ? other : later(one, other))

/** A session of the district becomes a term of each school that teaches in it. */
function planTerms(
  planning: Planning,
  one: RosterClass,
  terms: Map<string, RosterTerm>,
  schoolId: string,
): void {
  for (const term of one.termKeys.flatMap((key) => terms.get(key) ?? [])) {
    const key = `${term.key} ${one.schoolKey}`
    const known = planning.standing.terms.get(key)
    const { name, opensOn, closesOn } = term
    const same = known?.name === name && known.opensOn === opensOn && known.closesOn === closesOn
    if (same) continue
    const id = known?.id ?? planning.makeId()
    planning.writes.terms.push({ id, isNew: known === undefined, name, schoolId, opensOn, closesOn })
    if (known === undefined) planning.writes.keys.push({ kind: 'term', key, id, facts: null, leftOn: null })
    // the next class in it finds it as it will be
    planning.standing.terms.set(key, { id, leftOn: null, name, opensOn, closesOn })
  }
}

function closeClass(planning: Planning, key: string, changes: PlaceChanges['classes']): void {
  const { standing, writes } = planning
  const known = standing.classes.get(key)
  if (known === undefined || known.leftOn !== null) return
  writes.keys.push({ kind: 'class', key, id: known.id, facts: null, leftOn: standing.today })
  if (known.closesOn <= standing.today) return
  const closesOn = later(known.opensOn, standing.today)
  writes.classes.push({ ...known, isNew: false, closesOn })
  planning.classDays.set(known.id, { ...known, closesOn })
  changes.closed.push(known.name)
  weigh(standing.today, changes, known, undefined)
}

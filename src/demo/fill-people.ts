import { hashPassword } from '../platform/password.ts'
import type { Transaction } from '../platform/database.ts'
import type { DemoCast, DemoDistrict, DemoPerson } from './cast-shape.ts'
import { demoId } from './seeded.ts'

export const demoTimeZone = 'America/Vancouver'

/** Writes one district's schools, people and the ties between them. */
export async function fillPeople(
  db: Transaction,
  cast: DemoCast,
  district: DemoDistrict,
  now: Date,
): Promise<void> {
  const own = { district_id: district.id }
  const people = cast.people.filter((one) => one.districtId === district.id)
  const personIds = new Set(people.map((one) => one.id))
  const schoolIds = new Set(district.schools.map((school) => school.id))
  const classes = cast.classes.filter((one) => schoolIds.has(one.schoolId))
  await db
    .insertInto('person')
    .values(people.map((one) => personRow(one, now)))
    .execute()
  await db
    .insertInto('school')
    .values(district.schools.map(({ id, name }) => ({ id, name, ...own })))
    .execute()
  await db
    .insertInto('term')
    .values(
      cast.terms
        .filter((term) => schoolIds.has(term.schoolId))
        .map((term) => ({
          id: term.id,
          school_id: term.schoolId,
          name: term.name,
          opens_on: term.opensOn,
          closes_on: term.closesOn,
          ...own,
        })),
    )
    .execute()
  await db
    .insertInto('class')
    .values(
      classes.map((one) => ({
        id: one.id,
        school_id: one.schoolId,
        name: one.name,
        opens_on: one.opensOn,
        closes_on: one.closesOn,
        ...own,
      })),
    )
    .execute()
  await db
    .insertInto('space')
    .values(classes.map((one) => ({ id: spaceOf(one.id), class_id: one.id, name: one.name, ...own })))
    .execute()
  await fillTies(db, cast, own, personIds)
  await fillAccounts(db, people, now)
}

export const spaceOf = (classId: string): string => demoId(`space ${classId}`)

function personRow(one: DemoPerson, now: Date) {
  return {
    id: one.id,
    district_id: one.districtId,
    given_name: one.givenName,
    family_name: one.familyName,
    legal_given_name: one.legalGivenName ?? null,
    legal_family_name: one.legalFamilyName ?? null,
    created_at: now,
  }
}

async function fillTies(
  db: Transaction,
  cast: DemoCast,
  own: { district_id: string },
  personIds: Set<string>,
): Promise<void> {
  const enrollments = cast.enrollments.filter((one) => personIds.has(one.personId))
  const guardianships = cast.guardianships.filter((one) => personIds.has(one.learnerId))
  const duties = cast.duties.filter((one) => personIds.has(one.personId))
  const dates = (one: { openedOn: string; closedOn?: string }) => ({
    opened_on: one.openedOn,
    closed_on: one.closedOn ?? null,
  })
  await db
    .insertInto('enrollment')
    .values(
      enrollments.map((one) => ({
        id: one.id,
        class_id: one.classId,
        person_id: one.personId,
        role: one.role,
        grade: one.grade ?? null,
        ...dates(one),
        ...own,
      })),
    )
    .execute()
  await db
    .insertInto('guardianship')
    .values(
      guardianships.map((one) => ({
        id: one.id,
        learner_id: one.learnerId,
        guardian_id: one.guardianId,
        relationship: one.relationship,
        ...dates(one),
        ...own,
      })),
    )
    .execute()
  await db
    .insertInto('duty')
    .values(
      duties.map((one) => ({
        id: one.id,
        person_id: one.personId,
        school_id: one.schoolId ?? null,
        kind: one.kind,
        opened_on: one.openedOn,
        ...own,
      })),
    )
    .execute()
}

async function fillAccounts(db: Transaction, people: DemoPerson[], now: Date): Promise<void> {
  const hashes = new Map<string, string>()
  for (const one of people) {
    if (one.username === undefined || one.password === undefined) continue
    // many demo people share a password, and hashing is slow on purpose
    const hash = hashes.get(one.password) ?? (await hashPassword(one.password))
    hashes.set(one.password, hash)
    await db
      .insertInto('account')
      .values({
        id: demoId(`account ${one.key}`),
        district_id: one.districtId,
        person_id: one.id,
        username: one.username.toLowerCase(),
        password_hash: hash,
        password_changed_at: now,
        created_at: now,
      })
      .execute()
    if (one.locale === 'fr') {
      await db
        .insertInto('preference')
        .values({ person_id: one.id, district_id: one.districtId, locale: 'fr' })
        .execute()
    }
  }
}

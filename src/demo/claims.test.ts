import { expect, test } from 'vitest'
import { draftOfPack } from '../competencies/pack.ts'
import { scribedGrades } from '../reflections/reflection.ts'
import { daysBefore } from './calendar.ts'
import { demoCast } from './cast.ts'
import { demoClaims, demoPacks, demoSuggestions, demoTags } from './claims.ts'
import { demoWorks } from './works.ts'

const today = new Date('2026-11-24T20:00:00Z')
const cast = demoCast(today)
const works = demoWorks(cast, today)
const known = new Set(
  Object.values(demoPacks)
    .flat()
    .flatMap((pack) => draftOfPack(pack)?.competencies ?? [])
    .map(({ identifier }) => identifier),
)
const workOf = (learner: string, title: string) =>
  works.find((one) => one.learnerKey === learner && one.title === title)

test('what learners tagged was there, and is something their district points at', () => {
  for (const { learner, work, needed, daysAgo } of demoTags) {
    const found = workOf(learner, work)
    expect([work, found !== undefined]).toEqual([work, true])
    const first = found?.iterations[0]?.madeOn ?? today
    expect([work, first < daysBefore(today, daysAgo - 1)]).toEqual([work, true])
    expect(needed.filter((one) => !known.has(one))).toEqual([])
  }
})

test('teachers suggest on work they can see, and not what is tagged already', () => {
  for (const { learner, work, needed } of demoSuggestions) {
    expect([work, workOf(learner, work)?.shares.includes('teachers')]).toEqual([work, true])
    expect(known.has(needed)).toBe(true)
    const tagged = demoTags.some(
      (tag) => tag.learner === learner && tag.work === work && tag.needed.includes(needed),
    )
    expect(tagged).toBe(false)
  }
})

test('claims point at the learner’s own work; only for the youngest did somebody else write', () => {
  for (const { learner, at, works: shown = [], scribe } of demoClaims) {
    expect(known.has(at)).toBe(true)
    expect(shown.filter((title) => !workOf(learner, title))).toEqual([])
    const person = cast.people.find(({ key }) => key === learner)
    const grade = cast.enrollments.findLast(({ personId }) => personId === person?.id)?.grade
    if (scribe) expect(scribedGrades).toContain(grade)
  }
})

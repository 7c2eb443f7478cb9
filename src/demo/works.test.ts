import sharp from 'sharp'
import { expect, test } from 'vitest'
import { dayOf } from './calendar.ts'
import { photograph } from './camera.ts'
import { demoCast } from './cast.ts'
import type { DemoCast } from './cast-shape.ts'
import { seeded } from './seeded.ts'
import { demoWorks } from './works.ts'
import type { DemoWork } from './works-shape.ts'

const today = new Date('2026-11-24T20:00:00Z')
const cast = demoCast(today)
const works = demoWorks(cast, today)
const keys = new Map(cast.people.map((person) => [person.key, person.id]))

function countOf(learner: string): number {
  return works.filter((work) => work.learnerKey === learner).length
}

function wordsOf(work: DemoWork): (string | undefined)[] {
  const parts = work.iterations.flatMap((iteration) => iteration.parts)
  const talk = work.iterations.flatMap((iteration) => iteration.feedback)
  return [
    work.title,
    ...parts.map((part) =>
      part.kind === 'text' ? part.text : part.kind === 'link' ? part.caption : part.alt,
    ),
    ...talk.flatMap((feedback) => [feedback.text, feedback.reply ? feedback.reply.why : 'nothing']),
  ]
}

function coveredOn(at: DemoCast, learner: string, day: string): boolean {
  return at.enrollments.some(
    (spell) =>
      spell.personId === keys.get(learner) && spell.openedOn <= day && day < (spell.closedOn ?? '9999'),
  )
}

test('about 150 pieces, rich for the key learners, something for everybody', () => {
  expect(works.length).toBeGreaterThanOrEqual(140)
  expect([countOf('mika'), countOf('jonas'), countOf('theo')]).toEqual([9, 8, 5])
  const learners = cast.people.filter((one) =>
    cast.enrollments.some((spell) => spell.personId === one.id && spell.role === 'student'),
  )
  expect(learners.filter((one) => countOf(one.key) === 0).map((one) => one.key)).toEqual([])
  expect(Math.max(...works.map((work) => work.iterations.length))).toBe(11)
})

test('ids are unique and stable, and whoever gave feedback exists', () => {
  const ids = works.flatMap((work) => [
    work.id,
    ...work.iterations.flatMap((one) => [one.id, ...one.feedback.map((given) => given.id)]),
  ])
  expect(new Set(ids).size).toBe(ids.length)
  expect(demoWorks(cast, new Date('2030-02-14T01:00:00Z')).map((work) => work.id)).toEqual(
    works.map((work) => work.id),
  )
  const givers = works.flatMap((work) =>
    work.iterations.flatMap((one) => one.feedback.map((given) => given.byKey)),
  )
  expect(givers.filter((key) => !keys.has(key))).toEqual([])
  expect(works.filter((work) => !keys.has(work.learnerKey))).toEqual([])
})

test('no text is empty', () => {
  const empty = works.filter((work) => wordsOf(work).some((words) => !words?.trim()))
  expect(empty.map((work) => work.title)).toEqual([])
  expect(works.filter((work) => work.iterations.some((one) => one.parts.length === 0))).toEqual([])
})

test('there is work waiting for feedback, work nobody else sees, and learners not seen lately', () => {
  const latest = (learner: string) =>
    Math.max(
      ...works
        .filter((work) => work.learnerKey === learner)
        .flatMap((work) => work.iterations.map((one) => one.madeOn.getTime())),
    )
  const waiting = works.filter(
    (work) => work.shares.includes('teachers') && work.iterations.at(-1)?.feedback.length === 0,
  )
  expect(waiting.length).toBeGreaterThan(20)
  expect(works.filter((work) => work.shares.length === 0).length).toBeGreaterThan(2)
  expect(
    ['harpreet', 'emre', 'tasi', 'lazlo'].every((key) => latest(key) < today.getTime() - 35 * 86_400_000),
  ).toBe(true)
})

test.each([
  '2026-11-22',
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-28',
  '2028-07-04',
])('on %s every date lies in an enrollment, in order, and in the past', (day) => {
  const now = new Date(`${day}T09:00:00Z`)
  const people = demoCast(now)
  const wrong: string[] = []
  for (const work of demoWorks(people, now)) {
    const moments = work.iterations.flatMap((one) => [
      one.madeOn,
      ...one.feedback
        .slice(0, 1)
        .flatMap((given) => [given.givenOn, ...(given.reply ? [given.reply.repliedOn] : [])]),
    ])
    const ordered = moments.every((moment, index) => index === 0 || moment > (moments[index - 1] ?? moment))
    if (!ordered) wrong.push(`${work.learnerKey} ${work.title}: not in order`)
    if (moments.some((moment) => moment > now)) wrong.push(`${work.learnerKey} ${work.title}: in the future`)
    if (work.iterations.some((one) => !coveredOn(people, work.learnerKey, dayOf(one.madeOn))))
      wrong.push(`${work.learnerKey} ${work.title}: outside enrollment`)
  }
  expect(wrong).toEqual([])
})

test('files are the same every time; photos carry EXIF with place, drawings none', async () => {
  const again = demoWorks(cast, today)
  const sample = works.flatMap((work, index) => (index % 9 === 0 ? [index] : []))
  for (const index of sample) {
    const [first, second] = [works, again].map((list) =>
      list[index]?.iterations[0]?.parts.find((part) => part.kind === 'media'),
    )
    if (first?.kind !== 'media' || second?.kind !== 'media') continue
    const [one, other] = [await first.file(), await second.file()]
    expect(one.name).toBe(other.name)
    expect(one.bytes.equals(other.bytes)).toBe(true)
    if (one.name.endsWith('.wav')) expect(one.bytes.subarray(0, 4).toString('ascii')).toBe('RIFF')
    else {
      const seen = await sharp(one.bytes).metadata()
      expect(one.name.endsWith('.jpg')).toBe(seen.exif !== undefined)
      if (one.name.endsWith('.jpg')) expect([1, 3, 6, 8]).toContain(seen.orientation)
    }
  }
})

test('photos lie as the tablet was held and say so', async () => {
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#0a0"/><rect width="400" height="60" fill="#fff"/></svg>`
  const ways = new Set<number | undefined>()
  for (let shot = 0; shot < 24; shot += 1) {
    const photo = await photograph(scene, { random: seeded(`shot ${shot}`), takenOn: today })
    const { orientation, exif } = await sharp(photo).metadata()
    ways.add(orientation)
    expect(exif?.toString('latin1')).toContain('Classroom Tablet')
    const upright = await sharp(photo).rotate().raw().toBuffer({ resolveWithObject: true })
    expect([upright.info.width, upright.info.height]).toEqual([400, 300])
    const red = (x: number, y: number) => upright.data[(y * 400 + x) * 3] ?? 0
    expect(red(200, 15)).toBeGreaterThan(red(200, 280) + 100)
  }
  expect([...ways].sort()).toEqual([1, 3, 6, 8])
})

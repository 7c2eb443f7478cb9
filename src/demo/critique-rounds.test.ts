import { expect, test } from 'vitest'
import { tablesAmiss } from '../critiques/grouping.ts'
import { protocolOf, stepsAmiss } from '../critiques/protocol.ts'
import { dayOf, daysBefore } from './calendar.ts'
import { demoCast } from './cast.ts'
import { classId } from './cast-rows.ts'
import { demoRounds } from './critique-rounds.ts'
import { demoWorks } from './works.ts'

const today = new Date('2026-11-24T20:00:00Z')
const cast = demoCast(today)
const works = demoWorks(cast, today)

test.each(demoRounds)('$title could have been held', (round) => {
  expect(tablesAmiss(round.tables, 1)).toBeUndefined()
  const day = dayOf(daysBefore(today, round.opened))
  for (const key of round.tables.flat()) {
    const person = cast.people.find((one) => one.key === key)
    const seated = cast.enrollments.some(
      (one) =>
        one.personId === person?.id &&
        one.classId === classId(round.class) &&
        one.openedOn <= day &&
        (one.closedOn ?? '9999') > day,
    )
    expect([key, seated]).toEqual([key, true])
  }
  for (const { learner, work, attempt, daysAgo } of round.brought) {
    const found = works.find((one) => one.learnerKey === learner && one.title === work)?.iterations[
      attempt - 1
    ]
    expect([work, found !== undefined && found.madeOn < daysBefore(today, daysAgo - 1)]).toEqual([work, true])
  }
  for (const { words, to, replies = [] } of round.said) {
    const protocol = protocolOf(round.protocol)
    if (!protocol) throw new Error(round.protocol)
    const question = round.brought.find(({ learner }) => learner === to)?.question ?? ''
    const leaves = replies.flatMap(({ step, leave }) => (leave ? [step] : []))
    const said = Object.entries(words).map(([step, text]) => ({ step, text }))
    expect(stepsAmiss(protocol, { question, leaves }, said)).toEqual([])
  }
})

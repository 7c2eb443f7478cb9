import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { holdTalk, talkAttempt } from './talk-exhibit.ts'
import { people, type Sharing } from './who-may.ts'
import { type TalkAct, talkActs, talkRowOf } from './who-talks.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const sharings: Sharing[] = ['only me', 'my teachers', 'my family', 'my class', 'deleted']
const looking = new Set<TalkAct>(['rounds', 'hear', 'hear answer', 'exemplar'])
const legible = (letters: string[]) => talkActs.map((act, place) => `${act}: ${letters[place]}`)

describe.each(sharings)('the conversation about a piece for: %s', (sharing) => {
  test.each(Object.keys(people))('%s', async (person) => {
    const found: string[] = []
    let talk = await holdTalk(school, sharing)
    for (const act of talkActs) {
      const letter = letterOf(await talkAttempt(school, person === 'nobody' ? null : person, act, talk))
      found.push(letter)
      // none of them may meet what another one did
      if (letter === 'y' && !looking.has(act)) talk = await holdTalk(school, sharing)
    }
    expect(legible(found)).toEqual(legible(talkRowOf(sharing, person).split(' ')))
  })
})

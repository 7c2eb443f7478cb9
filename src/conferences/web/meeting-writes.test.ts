import { expect, test, vi } from 'vitest'
import { closingWrites, type Here, type Teller } from './meeting-writes.ts'

vi.mock('virtual:words', () => ({ groupOfModule: {}, wordGroups: {} }))

const mother: Teller = { role: 'guardian', personId: 'amara', name: 'Amara' }
const said = (id: string) => ({ id, kind: 'noticed' as const, words: 'You tried four ways', by: mother })
const here: Here = {
  id: 'meeting',
  people: [mother],
  words: [said('kept'), said('lost'), said('taken back')],
  agreements: [{ id: 'yes', goalId: 'goal', by: mother }],
  back: ['taken back'],
  shown: ['piece'],
  closed: false,
}
const names = (known: string[]) =>
  closingWrites(here, { roundId: 'round', learnerId: 'mika' }, new Set(known)).map(({ name, sent }) => [
    name,
    (sent.params as { id: string }).id,
  ])

test('what is known to be kept goes once; what the page shows and nothing keeps goes with the end, in order', () => {
  expect(names(['meeting', 'kept', 'lost', 'yes'])).toEqual([['CloseConference', 'meeting']])
  expect(names(['meeting', 'kept', 'yes'])).toEqual([
    ['AddConferenceWord', 'lost'],
    ['CloseConference', 'meeting'],
  ])
  expect(names([])).toEqual([
    ['BeginConference', 'meeting'],
    ['AddConferenceWord', 'kept'],
    ['AddConferenceWord', 'lost'],
    ['AgreeOnGoal', 'yes'],
    ['CloseConference', 'meeting'],
  ])
})

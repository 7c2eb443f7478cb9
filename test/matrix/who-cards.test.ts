import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as cards from '../../src/cards/contract.ts'
import * as home from '../../src/home-cards/contract.ts'
import { cardOf, tabletAtDoor } from '../support/carding.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'
import { letterOf } from './exhibit.ts'
import { type CardAct, cardActs, cardRowOf } from './who-cards.ts'
import { people } from './who-may.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const params = { id: classOf('kindergarten') }

async function attempt(person: string, act: CardAct): Promise<string> {
  const visitor = school.as(person === 'nobody' ? null : person)
  const { id } = await cardOf(school, 'theo')
  if (act === 'make') return letterOf(await visitor.ask(cards.IssueCards, { params }))
  if (act === 'list') return letterOf(await visitor.ask(cards.ListCards, { params }))
  if (act === 'picture')
    return letterOf(await visitor.ask(cards.ChooseCardPicture, { params: { id }, body: { picture: 'kite' } }))
  if (act === 'renew')
    return letterOf(await visitor.ask(cards.RenewCard, { params: { id }, body: { newCardId: newId() } }))
  if (act === 'put') {
    const body = { classId: params.id, closesOn: '2026-12-18' }
    return letterOf(await visitor.ask(cards.OpenClassDevice, { params: { id: newId() }, body }))
  }
  const theos = { params, body: { learnerIds: [idOf('theo')] } }
  if (act === 'home') return letterOf(await visitor.ask(home.IssueHomeCards, theos))
  if (act === 'list home') return letterOf(await visitor.ask(home.ListHomeCards, { params }))
  if (act === 'take home') {
    await school.as('okafor').ask(home.IssueHomeCards, theos)
    const { learners } = (await school.as('okafor').ask(home.ListHomeCards, { params })).body
    const cardId = learners.find((one) => one.id === idOf('theo'))?.card?.id
    return letterOf(await visitor.ask(home.WithdrawHomeCard, { params: { id: cardId } }))
  }
  const { deviceId } = await tabletAtDoor(school)
  return letterOf(await visitor.ask(cards.CloseClassDevice, { params: { id: deviceId } }))
}

test.each([...new Set(['okafor', ...Object.keys(people)])])('%s', async (person) => {
  const letters: string[] = []
  for (const act of cardActs) letters.push(await attempt(person, act))
  expect(letters.join(' ')).toBe(cardRowOf(person))
})

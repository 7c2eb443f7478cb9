import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf, cardOf, cardsOf, layBrowser, tabletAtDoor } from '../../test/support/carding.ts'
import { classOf, idOf, openSchool, type School } from '../../test/support/school.ts'
import { GetMe, SignOut } from '../people/contract.ts'
import { GetPortfolio } from '../work/contract.ts'
import { pictures } from './card.ts'
import * as contract from './contract.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const minutes = (count: number) => {
  school.clock.now = new Date(school.clock.now.getTime() + count * 60_000)
}
const another = (picture: string) => pictures.find((one) => one !== picture)
type Shown = { code: string; picture: string }
const enter = (browser: ReturnType<typeof layBrowser>, { code, picture }: Shown) =>
  browser.ask(contract.SignInByCard, { body: { code, picture } })
const whoIs = async (browser: ReturnType<typeof layBrowser>) => {
  const { body, code } = await browser.ask(GetMe)
  return code ?? body.id
}

test('a card and its picture open the child’s own Cairn on the tablet of the class, and nothing of others', async () => {
  const tablet = await tabletAtDoor(school)
  const theos = await cardOf(school, 'theo')
  expect((await tablet.ask(contract.GetClassDoor)).body.class).toBeTruthy()
  const shown = await tablet.ask(contract.ShowCard, { body: { code: theos.code } })
  expect(shown.body).toEqual({ givenName: 'Théo' })
  expect((await enter(tablet, theos)).status).toBe(200)
  expect(await whoIs(tablet)).toBe(idOf('theo'))
  expect((await tablet.ask(GetPortfolio, { params: { id: idOf('theo') } })).status).toBe(200)
  expect((await tablet.ask(GetPortfolio, { params: { id: idOf('yusuf') } })).code).toBe('not_found')
  expect((await tablet.ask(contract.ListCards, { params: { id: classOf('kindergarten') } })).code).toBe(
    'not_found',
  )
})

test('the code may be typed as a person would, and as a camera reads it', async () => {
  const tablet = await tabletAtDoor(school)
  const { code } = await cardOf(school, 'theo')
  for (const typed of [
    ` ${code.slice(0, 4)}-${code.slice(4)} `.toLowerCase(),
    code.replaceAll('0', 'o').replaceAll('1', 'l'),
    `https://cairn.example/class-sign-in#${code}`,
  ])
    expect([typed, (await tablet.ask(contract.ShowCard, { body: { code: typed } })).status]).toEqual([
      typed,
      200,
    ])
  for (const typed of ['', 'MIKA', `${code}0`, '☃'.repeat(8)])
    expect((await tablet.ask(contract.ShowCard, { body: { code: typed } })).code).toBe('wrong_card')
})

test('a card opens nothing on any other device, nor on one of another class or district', async () => {
  const theos = await cardOf(school, 'theo')
  const phone = layBrowser(school)
  expect((await phone.ask(contract.GetClassDoor)).code).toBe('not_found')
  expect((await enter(phone, theos)).code).toBe('not_found')
  expect((await enter(await browserOf(school, 'okafor'), theos)).code).toBe('not_found')
  const forged = layBrowser(school, new Map([['cairn-class', 'A'.repeat(43)]]))
  expect((await enter(forged, theos)).code).toBe('not_found')
  const elsewhere = await tabletAtDoor(school, { teacher: 'rivera', classKey: 'division-3' })
  expect((await elsewhere.ask(contract.ShowCard, { body: { code: theos.code } })).code).toBe('wrong_card')
  expect((await enter(elsewhere, theos)).code).toBe('wrong_card')
  expect(await whoIs(elsewhere)).toBe('not_signed_in')
})

test('wrong pictures rest the card for ten minutes, wherever they are tapped; the right one then opens', async () => {
  const [tablet, second] = [await tabletAtDoor(school), await tabletAtDoor(school)]
  const card = await cardOf(school, 'yusuf')
  const wrong = { code: card.code, picture: another(card.picture) ?? '' }
  for (const device of [tablet, second, tablet, second])
    expect((await enter(device, wrong)).code).toBe('wrong_picture')
  expect((await enter(tablet, card)).code).toBe('too_many_tries')
  expect((await enter(tablet, await cardOf(school, 'theo'))).status).toBe(200)
  minutes(11)
  expect((await enter(second, card)).status).toBe(200)
  // guesses sent all at once are counted too
  const others = pictures.filter((picture) => picture !== card.picture)
  const all = await Promise.all(others.map((picture) => enter(tablet, { code: card.code, picture })))
  expect(all.filter(({ code }) => code === 'wrong_picture').length).toBeLessThanOrEqual(4)
  minutes(11)
})

test('a device from which codes are guessed rests, and only that one', async () => {
  const [tablet, second] = [await tabletAtDoor(school), await tabletAtDoor(school)]
  for (let tries = 0; tries < 30; tries += 1)
    expect((await tablet.ask(contract.ShowCard, { body: { code: `GUESS${tries}` } })).code).toBe('wrong_card')
  const { code } = await cardOf(school, 'theo')
  expect((await tablet.ask(contract.ShowCard, { body: { code } })).code).toBe('too_many_tries')
  expect((await second.ask(contract.ShowCard, { body: { code } })).status).toBe(200)
})

test('a lost card is dead at once, with what it had opened; the child keeps their picture', async () => {
  const tablet = await tabletAtDoor(school)
  const lost = await cardOf(school, 'simran')
  await enter(tablet, lost)
  expect(await whoIs(tablet)).toBe(idOf('simran'))
  const renewal = { params: { id: lost.id }, body: { newCardId: newId() } }
  for (const key of ['rivera', 'simran', 'amara', 'chen', 'ravi', 'singh'])
    expect([key, (await school.as(key).ask(contract.RenewCard, renewal)).code]).toEqual([key, 'not_found'])
  expect((await school.as('okafor').ask(contract.RenewCard, renewal)).status).toBe(200)
  expect((await school.as('okafor').ask(contract.RenewCard, renewal)).status).toBe(200)
  expect(await whoIs(tablet)).toBe('not_signed_in')
  expect((await enter(tablet, lost)).code).toBe('wrong_card')
  const fresh = await cardOf(school, 'simran')
  expect([fresh.id, fresh.picture]).toEqual([renewal.body.newCardId, lost.picture])
  expect(fresh.code).not.toBe(lost.code)
  expect((await enter(tablet, fresh)).status).toBe(200)
  const twice = { params: { id: lost.id }, body: { newCardId: newId() } }
  expect((await school.as('okafor').ask(contract.RenewCard, twice)).code).toBe('changed_elsewhere')
})

test('a device is taken from the door by any teacher of the class and by the calendar; who is in on it is out', async () => {
  const tablet = await tabletAtDoor(school)
  const card = await cardOf(school, 'theo')
  await enter(tablet, card)
  const closing = { params: { id: tablet.deviceId } }
  for (const key of ['rivera', 'theo', 'chen', 'ravi'])
    expect([key, (await school.as(key).ask(contract.CloseClassDevice, closing)).code]).toEqual([
      key,
      'not_found',
    ])
  expect((await cardsOf(school)).devices.map(({ id }) => id)).toContain(tablet.deviceId)
  expect((await school.as('okafor').ask(contract.CloseClassDevice, closing)).status).toBe(200)
  expect((await cardsOf(school)).devices.map(({ id }) => id)).not.toContain(tablet.deviceId)
  expect(await whoIs(tablet)).toBe('not_signed_in')
  expect((await enter(tablet, card)).code).toBe('not_found')
  const today = await tabletAtDoor(school, { closesOn: '2026-11-24' })
  await enter(today, card)
  const morning = school.clock.now
  school.clock.now = new Date('2026-11-25T08:30:00Z')
  expect([await whoIs(today), (await enter(today, card)).code]).toEqual(['not_signed_in', 'not_found'])
  school.clock.now = morning
})

test('a child’s session is over after half an hour of nothing, and lasts while it is used', async () => {
  const tablet = await tabletAtDoor(school)
  await enter(tablet, await cardOf(school, 'theo'))
  const morning = school.clock.now
  for (let times = 0; times < 4; times += 1) {
    minutes(20)
    expect(await whoIs(tablet)).toBe(idOf('theo'))
  }
  minutes(31)
  expect(await whoIs(tablet)).toBe('not_signed_in')
  expect((await tablet.ask(contract.GetClassDoor)).status).toBe(200)
  school.clock.now = morning
})

test('the next child comes in where the last one was, with nothing of theirs', async () => {
  const tablet = await tabletAtDoor(school)
  await enter(tablet, await cardOf(school, 'theo'))
  const before = tablet.cookies.get('cairn')
  await tablet.ask(SignOut)
  expect(await whoIs(tablet)).toBe('not_signed_in')
  await enter(tablet, await cardOf(school, 'simran'))
  expect(await whoIs(tablet)).toBe(idOf('simran'))
  const old = layBrowser(school, new Map([['cairn', before ?? '']]))
  expect(await whoIs(old)).toBe('not_signed_in')
})

test('only who teaches the class issues, lists, pictures or puts a device at its door', async () => {
  const card = await cardOf(school, 'theo')
  const params = { id: classOf('kindergarten') }
  const open = () => ({ params: { id: newId() }, body: { classId: params.id, closesOn: '2027-01-29' } })
  for (const key of ['rivera', 'theo', 'amara', 'chen', 'ravi', 'singh']) {
    const codes = [
      (await school.as(key).ask(contract.IssueCards, { params })).code,
      (await school.as(key).ask(contract.ListCards, { params })).code,
      (
        await school
          .as(key)
          .ask(contract.ChooseCardPicture, { params: { id: card.id }, body: { picture: 'sun' } })
      ).code,
      (await school.as(key).ask(contract.OpenClassDevice, open())).code,
    ]
    expect([key, ...codes]).toEqual([key, 'not_found', 'not_found', 'not_found', 'not_found'])
  }
  const okafor = school.as('okafor')
  const picture = another(card.picture)
  expect(
    (await okafor.ask(contract.ChooseCardPicture, { params: { id: card.id }, body: { picture } })).status,
  ).toBe(200)
  expect((await cardOf(school, 'theo')).picture).toBe(picture)
  const tooLong = { ...open(), body: { ...open().body, closesOn: '2028-01-01' } }
  expect((await okafor.ask(contract.OpenClassDevice, tooLong)).code).toBe('not_found')
})

test('a right card in between gives nobody more guesses at the door', async () => {
  const tablet = await tabletAtDoor(school)
  const theos = await cardOf(school, 'theo')
  for (let tries = 0; tries < 30; tries += 1) {
    expect((await enter(tablet, { code: `GUESS${tries}`, picture: 'sun' })).code).toBe('wrong_card')
    if (tries % 10 === 5) expect((await enter(tablet, theos)).status).toBe(200)
  }
  expect((await enter(tablet, theos)).code).toBe('too_many_tries')
})

test('renewed by two at once, a learner has one card', async () => {
  const lost = await cardOf(school, 'yusuf')
  const renewals = [newId(), newId()].map((newCardId) =>
    school.as('okafor').ask(contract.RenewCard, { params: { id: lost.id }, body: { newCardId } }),
  )
  const codes = (await Promise.all(renewals)).map(({ code }) => code ?? 'renewed')
  expect(codes.toSorted()).toEqual(['changed_elsewhere', 'renewed'])
})

test('asked twice, or by two at once, a class has one card for each learner', async () => {
  const params = { id: classOf('division-3') }
  await Promise.all([1, 2, 3].map(() => school.as('rivera').ask(contract.IssueCards, { params })))
  const { learners } = (await school.as('rivera').ask(contract.ListCards, { params })).body
  const codes = learners.flatMap(({ card }) => (card ? [card.code] : []))
  expect(new Set(codes).size).toBe(learners.length)
  const again = await cardsOf(school, 'rivera', 'division-3')
  expect(again.learners).toEqual(learners)
})

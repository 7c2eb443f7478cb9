import { v7 as newId } from 'uuid'
import * as cards from '../../src/cards/contract.ts'
import type { Endpoint, OutputOf } from '../../src/platform/contract.ts'
import { addressOf, classOf, idOf, type School } from './school.ts'

type Parts = { params?: unknown; query?: unknown; body?: unknown }
type Jar = Map<string, string>

/** A device that keeps its cookies as a browser does, whoever is signed in on it. */
export function layBrowser(school: School, cookies: Jar = new Map()) {
  const ask = async (endpoint: Endpoint, parts: Parts = {}) => {
    const kept = [...cookies].filter(
      ([name]) => name !== 'cairn-class' || endpoint.path.startsWith('/api/class-door'),
    )
    const answer = await school.program.app.inject({
      method: endpoint.method,
      url: addressOf(endpoint, parts),
      headers: { cookie: kept.map(([name, value]) => `${name}=${value}`).join('; '), 'x-cairn': '1' },
      ...(parts.body === undefined ? {} : { payload: parts.body as object }),
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const body = answer.body === '' ? undefined : JSON.parse(answer.body)
    return {
      status: answer.statusCode,
      body,
      code: body?.error?.code as string | undefined,
      text: answer.body,
      set: answer.cookies,
    }
  }
  return { ask, cookies }
}

export type CardBrowser = ReturnType<typeof layBrowser>

/** A browser in which somebody of the cast is signed in, with a session of its own cookies. */
export async function browserOf(school: School, key: string): Promise<CardBrowser> {
  const [name = '', value = ''] = (await school.as(key).cookie()).split('=')
  return layBrowser(school, new Map([[name, value]]))
}

/** A tablet at the door of a class, with nobody signed in. */
export async function tabletAtDoor(
  school: School,
  { teacher = 'okafor', classKey = 'kindergarten', closesOn = '2027-06-25' } = {},
): Promise<CardBrowser & { deviceId: string; set: { name: string; value: string; path?: string }[] }> {
  const browser = await browserOf(school, teacher)
  const deviceId = newId()
  const body = { classId: classOf(classKey), closesOn }
  const answer = await browser.ask(cards.OpenClassDevice, { params: { id: deviceId }, body })
  if (answer.status !== 200) throw new Error(answer.text)
  browser.cookies.delete('cairn')
  return { ...browser, deviceId, set: answer.set }
}

export type Listed = OutputOf<typeof cards.ListCards>

export async function cardsOf(
  school: School,
  teacher = 'okafor',
  classKey = 'kindergarten',
): Promise<Listed> {
  const params = { id: classOf(classKey) }
  await school.as(teacher).ask(cards.IssueCards, { params })
  return (await school.as(teacher).ask(cards.ListCards, { params })).body
}

export async function cardOf(school: School, key: string, teacher = 'okafor', classKey = 'kindergarten') {
  const { learners } = await cardsOf(school, teacher, classKey)
  const card = learners.find(({ id }) => id === idOf(key))?.card
  if (!card) throw new Error(`${key} has no card`)
  return card
}

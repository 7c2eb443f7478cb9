import { afterAll, beforeAll, expect, test } from 'vitest'
import { IssueHomeCards, ListHomeCards } from '../../src/home-cards/contract.ts'
import { pathTo } from '../../src/home-cards/hand-link.ts'
import { addPieceOf } from '../support/making.ts'
import { classOf, idOf, openSchool, type School } from '../support/school.ts'
import { type Belongings, layOut, telltale, tracesOf } from './trespass.ts'

/** Every address of the program, asked from the phone on which Théo's card for home was opened. */
let school: School
let own: Belongings
let cookie: string
let kept: string
beforeAll(async () => {
  school = await openSchool()
  own = await layOut(school)
  kept = (
    await addPieceOf(school, 'theo', [{ kind: 'text', text: `${telltale} for teachers` }], ['teachers'])
  ).id
  await addPieceOf(school, 'theo', [{ kind: 'text', text: 'For Papa' }], ['family'])
  const params = { id: classOf('kindergarten') }
  await school.as('okafor').ask(IssueHomeCards, { params, body: { learnerIds: [idOf('theo')] } })
  const { learners } = (await school.as('okafor').ask(ListHomeCards, { params })).body
  const card = learners.find(({ id }) => id === idOf('theo'))?.card
  const opened = await school.program.app.inject({
    method: 'POST',
    url: pathTo(school.program.ground.secret, card?.id ?? ''),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `picture=${card?.picture}`,
  })
  const token = opened.cookies[0]?.value ?? ''
  expect(token).not.toBe('')
  // under its own name, and under that of every other way in
  cookie = ['cairn-home', 'cairn', 'cairn-class', 'cairn-panel', 'cairn-trip']
    .map((name) => `${name}=${token}`)
    .join('; ')
})
afterAll(() => school.close())

type Address = { method: string; path: string }

/** As the program prints its own addresses: a tree, a branch a line. */
function addresses(): Address[] {
  const above: string[] = []
  const lines = school.program.app.printRoutes({ commonPrefix: false, includeHooks: false }).split('\n')
  return lines.flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^(.*?[├└]── )(.*?) \(([A-Z, ]+)\)/.exec(line) ?? []
    const depth = indent.length / 4
    if (depth === 0) return []
    above.length = depth
    above[depth - 1] = part
    const path = above.join('')
    return methods.split(', ').map((method) => ({ method, path }))
  })
}

async function ask({ method, path }: Address, id: string, sent: string | undefined) {
  const url = path.replaceAll(/:[a-zA-Z]+/g, id).replace('*', id)
  const answer = await school.program.app.inject({
    method: method as 'GET',
    url,
    headers: { 'x-cairn': '1', ...(sent ? { cookie: sent } : {}) },
    ...(['PUT', 'POST', 'PATCH'].includes(method) ? { payload: {} } : {}),
  })
  return { status: answer.statusCode, text: answer.body }
}

test('a card for home opens its own page and no other address: neither what is Théo’s nor anybody’s', async () => {
  const all = addresses().filter(({ path, method }) => !path.startsWith('/home-card') && method !== 'HEAD')
  expect(all.length).toBeGreaterThan(300)
  // the very same question finds it where somebody is signed in
  const piece = { method: 'GET', path: '/api/pieces/:id' }
  expect(all).toContainEqual(piece)
  expect((await ask(piece, kept, await school.as('theo').cookie())).text).toContain(telltale)
  const traces = [...tracesOf(own), kept, 'For Papa', 'Théo']
  const found: string[] = []
  for (const address of all)
    for (const id of new Set([own.pieceId, own.mediaId, kept, idOf('theo')])) {
      const shown = await ask(address, id, cookie)
      const told = traces.find((trace) => shown.text.includes(trace))
      if (shown.status >= 300 && told === undefined) continue
      const bare = await ask(address, id, undefined)
      // what stands open to everybody is no gift of the card
      if (bare.status !== shown.status || (told && !bare.text.includes(told)))
        found.push(`${address.method} ${address.path} ${id}: ${shown.status} after ${bare.status}, ${told}`)
    }
  expect(found).toEqual([])
}, 120_000)

test('under its own addresses stands what the family is shown, and the files of nobody else', async () => {
  const page = await ask({ method: 'GET', path: '/home-card/work' }, '', cookie)
  expect([page.status, page.text.includes('For Papa')]).toEqual([200, true])
  for (const trace of [...tracesOf(own), kept]) expect(page.text).not.toContain(trace)
  for (const path of ['/home-card/media/:id/full', '/home-card/media/:id/download', '/home-card/sheets/:id'])
    for (const id of [own.mediaId, own.pieceId, classOf('kindergarten'), classOf('division-3')])
      expect([path, (await ask({ method: 'GET', path }, id, cookie)).status >= 400]).toEqual([path, true])
})

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool, type School } from '../../test/support/school.ts'
import { AddPiece, GetPiece } from '../work/contract.ts'
import { GetLinkRule, SetLinkRule } from './contract.ts'

let school: School
let pages: Server
let inner: Server
let place: string
let inside: string
const asked: { url: string; headers: IncomingHttpHeaders }[] = []
const insideAsked: string[] = []
/** the many pages say nothing before it is opened */
const manyOpen = Promise.withResolvers<void>()

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}
beforeAll(async () => {
  pages = createServer(async (request, answer) => {
    asked.push({ url: request.url ?? '', headers: request.headers })
    if (request.url?.startsWith('/many')) await manyOpen.promise
    answer.setHeader('set-cookie', 'follow=me')
    if (request.url === '/moved') answer.writeHead(302, { location: '/salmon' }).end()
    else if (request.url === '/trap') answer.writeHead(302, { location: `http://${inside}/secret` }).end()
    else if (request.url === '/picture')
      answer.writeHead(200, { 'content-type': 'image/png' }).end('<title>no')
    else if (request.url === '/long')
      answer.writeHead(200, { 'content-type': 'text/html' }).end(`<title>Long</title>${'x'.repeat(900_000)}`)
    else
      answer
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<title>Salmon</title><meta name="description" content="They <b>swim</b>"><script>1</script>')
  })
  // the same machine by another port is one of the network that Cairn stands in
  inner = createServer((request, answer) => {
    insideAsked.push(request.url ?? '')
    answer.writeHead(200, { 'content-type': 'text/html' }).end('<title>The router’s password</title>')
  })
  place = await listen(pages)
  inside = await listen(inner)
  school = await openSchool({ works: true, localAddresses: true, linkStands: [place], linkTurn: 0 })
})
afterAll(async () => {
  await school?.close()
  for (const server of [pages, inner]) server?.close()
})

const allow = (key: string, previews: boolean) => school.as(key).ask(SetLinkRule, { body: { previews } })
async function link(...urls: string[]): Promise<string> {
  const id = newId()
  const parts = urls.map((url) => ({ kind: 'link', url }))
  const answer = await school
    .as('mika')
    .ask(AddPiece, { params: { id }, body: { iteration: { id: newId(), parts } } })
  if (answer.status !== 200) throw new Error(answer.text)
  return id
}
const previewsOf = async (id: string) => {
  const { body } = await school.as('mika').ask(GetPiece, { params: { id } })
  return body.iterations[0]?.parts.map((part) => (part.kind === 'link' ? part.preview : undefined))
}
const until = (id: string) => expect.poll(() => previewsOf(id), { timeout: 20_000 })

test('only the office of the district decides, and until it does nothing is asked', async () => {
  for (const key of ['mika', 'rivera', 'chen', 'amara'])
    expect([key, (await allow(key, true)).code]).toEqual([key, 'not_allowed'])
  expect((await school.as('rivera').ask(GetLinkRule)).body).toEqual({
    previews: false,
    may: { change: false },
  })
  const before = await link(`http://${place}/before`)
  expect((await allow('singh', true)).status).toBe(200)
  const after = await link(`http://${place}/salmon`)
  await until(after).toEqual([{ title: 'Salmon', description: 'They <b>swim</b>', site: '' }])
  expect(await previewsOf(before)).toEqual([undefined])
  expect(asked.map(({ url }) => url)).toEqual(['/salmon'])
})

test('a page is asked once, and hears of nobody', async () => {
  const again = await link(`http://${place}/salmon`)
  const moved = await link(`http://${place}/moved`)
  await until(moved).toMatchObject([{ title: 'Salmon' }])
  expect(await previewsOf(again)).toMatchObject([{ title: 'Salmon' }])
  expect(asked.map(({ url }) => url)).toEqual(['/salmon', '/moved', '/salmon'])
  for (const { headers } of asked)
    expect(Object.keys(headers).toSorted()).toEqual(['accept', 'connection', 'host', 'user-agent'])
  expect(new Set(asked.map(({ headers }) => headers['user-agent']))).toEqual(new Set(['Cairn']))
})

test('nothing of the network it stands in is asked, by name, by number or by a redirect', async () => {
  const port = inside.split(':')[1]
  const inner = [
    inside,
    `localhost:${port}`,
    `[::ffff:7f00:1]:${port}`,
    `0x7f000001:${port}`,
    `2130706433:${port}`,
  ]
  const id = await link(
    ...inner.map((host) => `http://${host}/`),
    `http://${place}/trap`,
    `http://${place}/long`,
  )
  await until(id).toEqual([
    ...inner.map(() => undefined),
    undefined,
    expect.objectContaining({ title: 'Long' }),
  ])
  expect(insideAsked).toEqual([])
})

test('many pages of one attempt are asked turn by turn, so that nobody waits behind them, and none is left', async () => {
  const many = Array.from({ length: 5 }, (_, at) => `http://${place}/many-${at}`)
  const [long, short] = [await link(...many), await link(`http://${place}/short`)]
  manyOpen.resolve()
  await until(long).toEqual(many.map(() => expect.objectContaining({ title: 'Salmon' })))
  await until(short).toMatchObject([{ title: 'Salmon' }])
  const order = asked.map(({ url }) => url).filter((url) => /many|short/.test(url))
  expect(order.toSorted()).toEqual([...many.map((_, at) => `/many-${at}`), '/short'].toSorted())
  expect(order.indexOf('/short')).toBeLessThan(order.length - 1)
})

test('what is no page says nothing, and when the office says no nothing is shown any more', async () => {
  const id = await link(`http://${place}/picture`, 'mailto:aunt@example.org', `http://${place}/later`)
  await until(id).toEqual([undefined, undefined, expect.objectContaining({ title: 'Salmon' })])
  await allow('singh', false)
  expect(await previewsOf(id)).toEqual([undefined, undefined, undefined])
})

import { readdirSync, rmSync, symlinkSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetMedia } from '../../src/media/contract.ts'
import { metadata, type OpenDoor, openDoor } from './open-door.ts'

let door: OpenDoor
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

const refused = async (answer: Response) => {
  await answer.text()
  return answer.status >= 400 && answer.status < 500
}
const stateOf = async (key: string, id: string) =>
  (await door.school.as(key).ask(GetMedia, { params: { id } })).body.state

/** Mika's file, of which half has arrived. */
async function halfArrived() {
  const id = await door.announce('mika', 10)
  await door.begin('mika', id, 10)
  await door.send('mika', id, 0, 'wings')
  return id
}

test('a query that ends like an address cannot make the library take another file than was asked about', async () => {
  const [hers, mine] = [await halfArrived(), await door.announce('ravi', 10)]
  await door.begin('ravi', mine, 10)
  const crooked = `/api/uploads/${mine}?x=/${hers}`
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '5' }
  await door.tus('ravi', 'PATCH', crooked, { headers, body: 'TAKEN' })
  expect(door.arrived(hers)).toBe('wings')
  expect(await stateOf('mika', hers)).toBe('arriving')
})

test('a query that ends like an address does not tell how far another upload came, nor read it', async () => {
  const [hers, mine] = [await halfArrived(), await door.announce('ravi', 10)]
  await door.begin('ravi', mine, 10)
  const told = await door.tus('ravi', 'HEAD', `/api/uploads/${mine}?x=/${hers}`)
  expect(told.headers.get('upload-offset')).not.toBe('5')
  await door.send('mika', hers, 5, 'wings')
  const read = await door.tus('ravi', 'GET', `/api/uploads/${mine}?x=/${hers}`)
  expect(await read.text()).not.toContain('wings')
})

test('an address of mine with the id of another in the metadata begins nothing there', async () => {
  const [hers, mine] = [await halfArrived(), await door.announce('ravi', 10)]
  await door.begin('ravi', hers, 10, {}, `/api/uploads/${mine}`)
  expect(door.arrived(hers)).toBe('wings')
  await door.tus('ravi', 'POST', `/api/uploads/${mine}`, {
    headers: {
      'upload-length': '10',
      'upload-metadata': metadata(hers),
      'content-type': 'application/offset+octet-stream',
    },
    body: 'ANOTHER’S',
  })
  expect(door.arrived(hers)).toBe('wings')
  expect(await stateOf('mika', hers)).toBe('arriving')
})

test('only files that were announced ever come into being, whatever the metadata say', async () => {
  const mine = await door.announce('ravi', 10)
  const folder = door.school.program.storage.arrivingFolder
  const before = readdirSync(folder).length
  for (const id of ['stranger', 'a/b/c', '../kept/x', `${mine}.json`, '..', '', 'x'.repeat(300)]) {
    await door.begin('ravi', id, 10, {}, `/api/uploads/${mine}`)
    await door.begin('ravi', id, 10)
  }
  expect(readdirSync(folder).length).toBe(before)
})

test('a file that has arrived whole is not emptied by beginning it again', async () => {
  const id = await halfArrived()
  await door.send('mika', id, 5, 'spots')
  await door.begin('mika', id, 10)
  expect([await stateOf('mika', id), door.arrived(id)]).toEqual(['waiting', 'wingsspots'])
})

test('bytes after the last one, at a wrong place or beyond what was announced are refused', async () => {
  const id = await halfArrived()
  for (const offset of ['0', '4', '6', '-1', '1e1', '5.0', '', 'x', '99999999999999999999']) {
    expect([
      offset,
      await refused(await door.send('mika', id, 0, 'xxxxx', { 'upload-offset': offset })),
    ]).toEqual([offset, true])
  }
  expect(await refused(await door.send('mika', id, 5, 'far too much'))).toBe(true)
  expect(door.arrived(id)).toBe('wings')
  expect((await door.send('mika', id, 5, 'spots')).status).toBe(204)
  expect(await refused(await door.send('mika', id, 10, 'more'))).toBe(true)
  expect(door.arrived(id)).toBe('wingsspots')
})

test('without saying a length, nobody sends more than was announced', async () => {
  const id = await door.announce('mika', 1)
  await door.tus('mika', 'POST', '/api/uploads', {
    headers: { 'upload-defer-length': '1', 'upload-metadata': metadata(id) },
  })
  await door.send('mika', id, 0, 'a great deal more than one byte')
  expect((door.arrived(id) ?? '').length).toBeLessThanOrEqual(1)
})

test('a body of unknown length stops at what was announced', async () => {
  const id = await door.announce('mika', 4)
  await door.begin('mika', id, 4)
  const body = new ReadableStream({
    start: (flow) => {
      flow.enqueue(Buffer.from('far too much'))
      flow.close()
    },
  })
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  const answer = await door
    .tus('mika', 'PATCH', `/api/uploads/${id}`, { headers, body })
    .catch(() => undefined)
  expect(answer === undefined || answer.status >= 400).toBe(true)
  expect((door.arrived(id) ?? '').length).toBeLessThanOrEqual(4)
  expect(await stateOf('mika', id)).toBe('arriving')
})

test('two tabs sending the same bytes at once: the file holds them once', async () => {
  const id = await halfArrived()
  const answers = await Promise.all(
    ['spots', 'spots', 'spots'].map((bytes) => door.send('mika', id, 5, bytes)),
  )
  expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1)
  expect(answers.every((answer) => answer.status < 500)).toBe(true)
  expect([door.arrived(id), await stateOf('mika', id)]).toEqual(['wingsspots', 'waiting'])
})

test('joining, ending and disguised methods are not spoken here', async () => {
  const id = await halfArrived()
  const path = `/api/uploads/${id}`
  const join = { 'upload-concat': `final;${path}`, 'upload-metadata': metadata(id), 'upload-length': '10' }
  expect([400, 501]).toContain((await door.tus('mika', 'POST', '/api/uploads', { headers: join })).status)
  for (const key of ['mika', 'ravi', null])
    expect(await refused(await door.tus(key, 'DELETE', path))).toBe(true)
  await door.tus('mika', 'POST', path, { headers: { 'x-http-method-override': 'DELETE' } })
  expect(door.arrived(id)).toBe('wings')
})

test('the raw file is never handed out, not even to whoever sent it: it may say where it was taken', async () => {
  const id = await halfArrived()
  await door.send('mika', id, 5, 'spots')
  for (const key of ['mika', 'noor', 'ravi', null]) {
    const answer = await door.tus(key, 'GET', `/api/uploads/${id}`)
    expect([key, await answer.text()]).not.toEqual([key, 'wingsspots'])
  }
})

test('an upload is only begun, gone on with and asked after from our own pages', async () => {
  const id = await halfArrived()
  for (const strange of [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const headers = strange as unknown as Record<string, string>
    expect([strange, (await door.begin('mika', id, 10, headers)).status]).toEqual([strange, 403])
    expect([strange, (await door.send('mika', id, 5, 'xxxxx', headers)).status]).toEqual([strange, 403])
  }
  expect(door.arrived(id)).toBe('wings')
})

test('a disk that is full is said to be full', async () => {
  const id = await door.announce('mika', 5)
  await door.begin('mika', id, 5)
  const file = door.school.program.storage.arrivingFile(id)
  rmSync(file)
  symlinkSync('/dev/full', file)
  const answer = await door.send('mika', id, 0, 'wings')
  expect([
    answer.status,
    ((await answer.json().catch(() => ({}))) as { error?: { code: string } }).error?.code,
  ]).toEqual([507, 'storage_full'])
})

test('a bad request to the upload endpoint is answered like every other: a code and a sentence', async () => {
  const id = await halfArrived()
  const answers = [
    await door.send('mika', id, 3, 'xx'),
    await door.send('mika', id, 5, 'far too much'),
    await door.ask('mika', 'PATCH', `/api/uploads/${id}`, { headers: { 'x-cairn': '1' } }),
  ]
  for (const answer of answers)
    expect(await answer.json()).toMatchObject({
      error: { code: expect.any(String), sentence: expect.any(String) },
    })
})

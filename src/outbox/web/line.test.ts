import { afterEach, expect, test, vi } from 'vitest'
import { AnnounceMedia } from '../../media/contract.ts'
import { entryOf } from '../entry.test.ts'
import { announcing, openLine } from './line.ts'

const line = openLine('mika')
const id = '019a0000-0000-7000-8000-000000000001'
const file = { id, name: 'a.jpg', type: 'image/jpeg', bytes: 3, sent: undefined }

afterEach(() => vi.unstubAllGlobals())

function answerWith(answer: Response | Error) {
  const fetched = vi.fn(async (_url: string, _request: RequestInit) => {
    if (answer instanceof Error) throw answer
    return answer
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test('a file is announced where media hears it', () => {
  expect(announcing).toEqual({
    name: AnnounceMedia.name,
    method: AnnounceMedia.method,
    path: AnnounceMedia.path,
  })
})

test('a write says in whose name it travels and when it was made', async () => {
  const fetched = answerWith(new Response('{"done":true}'))
  const write = {
    name: 'Keep',
    method: 'PUT',
    path: '/api/things/:id',
    sent: { params: { id }, body: { a: 1 } },
  }
  const entry = entryOf('one', [write as never])
  expect(await line.write(entry, 0)).toMatchObject({ status: 200 })
  const [url, request] = fetched.mock.calls[0] ?? []
  expect(url).toBe(`/api/things/${id}`)
  expect(request).toMatchObject({ method: 'PUT', body: '{"a":1}', credentials: 'same-origin' })
  expect(request?.headers).toMatchObject({
    'x-cairn': '1',
    'x-cairn-for': 'mika',
    'x-cairn-made': JSON.stringify(entry.made),
  })
})

test('no answer is no answer, and a refusal keeps its code and sentence', async () => {
  answerWith(new TypeError('no network'))
  expect(await line.offsetOf(file)).toBe('away')
  answerWith(
    new Response(JSON.stringify({ error: { code: 'id_taken', sentence: 'Taken.' } }), { status: 409 }),
  )
  expect(await line.begin(file)).toEqual({ status: 409, code: 'id_taken', sentence: 'Taken.' })
})

test('how far a file came is read from the answer; nobody signed in is told from a bodiless no', async () => {
  answerWith(new Response(null, { status: 204, headers: { 'upload-offset': '1024' } }))
  expect(await line.sendPiece(file, 0, new Uint8Array(1024))).toMatchObject({ status: 204, offset: 1024 })
  answerWith(new Response(null, { status: 401 }))
  expect(await line.offsetOf(file)).toMatchObject({ code: 'not_signed_in' })
})

test('what was kept under an earlier record says so; a no to it is told from any other', async () => {
  const fetched = answerWith(new Response(null, { status: 424 }))
  expect(await line.offsetOf({ ...file, keptAs: 'twin' })).toMatchObject({ code: 'merge_undone' })
  expect(fetched.mock.calls[0]?.[1].headers).toMatchObject({
    'x-cairn-for': 'mika',
    'x-cairn-kept-as': 'twin',
  })
  // a device in the hands of a class, and a file that something carries, are no parting
  answerWith(new Response(null, { status: 423 }))
  expect(await line.offsetOf({ ...file, keptAs: 'twin' })).not.toMatchObject({ code: 'merge_undone' })
  answerWith(new Response(null, { status: 424 }))
  expect(await line.offsetOf(file)).not.toMatchObject({ code: 'merge_undone' })
})

import { afterEach, expect, test, vi } from 'vitest'
import { addressOf } from './address.ts'
import { call } from './client.ts'
import { networkState } from './network.ts'
import { ApiRefusal, NetworkAway } from './refusal.ts'
import { onSignedOut } from './signed-out.ts'

const GetPiece = { name: 'GetPiece', method: 'GET', path: '/api/pieces/:id' } as const
const KeepPiece = { name: 'KeepPiece', method: 'PUT', path: '/api/pieces/:id' } as const
const SignIn = { name: 'SignIn', method: 'POST', path: '/api/session' } as const

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const refusal = (status: number, code: string) =>
  json(status, { error: { code, sentence: 'Please sign in.' } })

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function answerWith(...answers: (Response | Error)[]) {
  const fetched = vi.fn(async (_url: string, _request: RequestInit) => {
    const next = answers.shift()
    if (!next) throw new Error('asked once too often')
    if (next instanceof Error) throw next
    return next
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test('an address is filled in and escaped', () => {
  expect(
    addressOf(GetPiece, { params: { id: 'a/b' }, query: { year: 2026, of: ['x', 'y'], none: undefined } }),
  ).toBe('/api/pieces/a%2Fb?year=2026&of=x&of=y')
  expect(() => addressOf(GetPiece, {})).toThrow('GetPiece needs "id"')
})

test('only unsafe requests carry the mark that no foreign page can send', async () => {
  const fetched = answerWith(json(200, { name: 'Boat' }), json(200, {}))
  await expect(call(GetPiece, { params: { id: '1' } })).resolves.toEqual({ name: 'Boat' })
  await call(KeepPiece, { params: { id: '1' }, body: { name: 'Boat' } })
  expect(fetched.mock.calls[0]?.[1].headers).not.toHaveProperty('x-cairn')
  expect(fetched.mock.calls[1]?.[1]).toMatchObject({ headers: { 'x-cairn': '1' }, body: '{"name":"Boat"}' })
})

test('a refusal keeps its code and sentence', async () => {
  answerWith(refusal(404, 'not_found'))
  const refused = await call(GetPiece, { params: { id: '1' } }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ApiRefusal)
  expect(refused).toMatchObject({ status: 404, code: 'not_found', sentence: 'Please sign in.' })
})

test('a session that ended is asked for once, and every waiting request is sent again', async () => {
  const fetched = answerWith(
    refusal(401, 'not_signed_in'),
    refusal(401, 'not_signed_in'),
    json(200, 1),
    json(200, 2),
  )
  const ask = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 20)))
  const stop = onSignedOut(ask)
  const put = { params: { id: '1' }, body: {} }
  await expect(Promise.all([call(KeepPiece, put), call(KeepPiece, put)])).resolves.toEqual([1, 2])
  expect(ask).toHaveBeenCalledTimes(1)
  expect(fetched).toHaveBeenCalledTimes(4)
  stop()
})

test('giving up on signing in again, a wrong password, and a quiet question are plain refusals', async () => {
  const ask = vi.fn(() => Promise.reject(new Error('given up')))
  const stop = onSignedOut(ask)
  answerWith(refusal(401, 'not_signed_in'), refusal(401, 'wrong_password'), refusal(401, 'not_signed_in'))
  await expect(call(GetPiece, { params: { id: '1' } })).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(call(SignIn, {})).rejects.toMatchObject({ code: 'wrong_password' })
  await expect(call(GetPiece, { params: { id: '1' } }, { quietly: true })).rejects.toMatchObject({
    code: 'not_signed_in',
  })
  expect(ask).toHaveBeenCalledTimes(1)
  stop()
})

test('what a form shows of a refusal is its sentence, never its code', () => {
  expect(new ApiRefusal(403, 'not_allowed', 'That is for its teacher.').message).toBe(
    'That is for its teacher.',
  )
})

test('a write waits for the network and says so; nothing is lost', async () => {
  vi.useFakeTimers()
  const away = new TypeError('no network')
  const fetched = answerWith(
    away,
    new Response('', { status: 503 }),
    away,
    away,
    away,
    away,
    json(200, 'kept'),
  )
  const keeping = call(KeepPiece, { params: { id: '1' }, body: {} })
  await vi.advanceTimersByTimeAsync(100)
  expect(networkState()).toBe('waiting')
  await vi.advanceTimersByTimeAsync(60_000)
  await expect(keeping).resolves.toBe('kept')
  expect(networkState()).toBe('here')
  expect(fetched).toHaveBeenCalledTimes(7)
})

test('a read gives up after four tries and a POST after one', async () => {
  vi.useFakeTimers()
  const away = () => new TypeError('no network')
  const fetched = answerWith(away(), away(), away(), away(), away())
  const reading = call(GetPiece, { params: { id: '1' } }).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await reading).toBeInstanceOf(NetworkAway)
  expect(fetched).toHaveBeenCalledTimes(4)
  await expect(call(SignIn, {})).rejects.toBeInstanceOf(NetworkAway)
  expect(networkState()).toBe('here')
})

test('a write that is called off stops waiting', async () => {
  const stop = new AbortController()
  answerWith(new TypeError('no network'), new TypeError('no network'))
  const keeping = call(KeepPiece, { params: { id: '1' }, body: {} }, { signal: stop.signal })
  setTimeout(() => stop.abort(), 20)
  await expect(keeping).rejects.toThrow('abort')
  expect(networkState()).toBe('here')
})

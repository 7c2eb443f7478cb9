import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { hasFilms, makeFilm, type Sample } from '../../test/support/films.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { openUploads } from '../../test/support/uploads.ts'
import type { FilmEngine } from '../films/film-engine.ts'
import { findFilmLibrary } from '../films/film-engine.ts'
import { asTheSystem } from '../platform/transaction.ts'
import { settleFilm, settleMedia } from './jobs.ts'

let school: School
let uploads: Awaited<ReturnType<typeof openUploads>>
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'films-'))
  school = await openSchool({ works: true })
  uploads = await openUploads(school)
})
afterAll(async () => {
  await school.close()
  rmSync(folder, { recursive: true })
})

const plain: Sample = {
  container: 'mp4',
  seconds: 2,
  video: { coder: 'libx264', width: 1280, height: 720 },
  audio: { coder: 'aac' },
}
const old: Sample = { ...plain, container: 'mov', video: { coder: 'mpeg4', width: 640, height: 360 } }

async function filmed(sample: Sample) {
  const path = join(folder, 'film')
  await makeFilm(path, sample)
  return readFileSync(path)
}
const { districtId } = castMember('mika')

test.runIf(hasFilms)('a film is there at once, and smaller sizes of it follow', async () => {
  const id = await uploads.upload('mika', await filmed(plain), 'bridge.mp4')
  const ready = await uploads.settled('mika', id)
  expect(ready).toMatchObject({ state: 'ready', kind: 'video', width: 1280, height: 720 })
  expect(ready.seconds).toBeCloseTo(2, 0)
  const { renditions } = await uploads.until('mika', id, (media) => media.renditions.length === 4)
  expect(renditions.map(({ name }) => name).toSorted()).toEqual(['full', 'low', 'screen', 'small'])
  const low = renditions.find(({ name }) => name === 'low')
  const shown = await uploads.get('mika', low?.address ?? '')
  expect(shown.headers.get('content-type')).toBe('video/mp4')
  expect(Buffer.from(await shown.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp')
})

test.runIf(hasFilms)('players seek in it: two bytes, the middle, the end, and not beyond', async () => {
  const bytes = await filmed(plain)
  const ready = await uploads.settled('mika', await uploads.upload('mika', bytes, 'bridge.mp4'))
  const full = ready.renditions.find(({ name }) => name === 'full')
  const size = full?.bytes ?? 0
  const ranged = (range: string) => uploads.get('mika', full?.address ?? '', { range })
  const first = await ranged('bytes=0-1')
  expect([first.status, first.headers.get('content-range'), first.headers.get('content-length')]).toEqual([
    206,
    `bytes 0-1/${size}`,
    '2',
  ])
  const whole = Buffer.from(await (await uploads.get('mika', full?.address ?? '')).arrayBuffer())
  const middle = Buffer.from(await (await ranged('bytes=1000-2999')).arrayBuffer())
  expect(middle.equals(whole.subarray(1000, 3000))).toBe(true)
  const end = Buffer.from(await (await ranged('bytes=-100')).arrayBuffer())
  expect(end.equals(whole.subarray(-100))).toBe(true)
  expect((await ranged(`bytes=${size}-`)).status).toBe(416)
})

test.runIf(hasFilms)(
  'a film few browsers know shows its poster and how far it is, and then plays',
  async () => {
    const id = await uploads.upload('mika', await filmed(old), 'old.mov')
    const working = await uploads.until('mika', id, (media) => media.renditions.length > 0)
    expect(working.renditions.map(({ name }) => name)).toContain('small')
    const ready = await uploads.settled('mika', id)
    expect(ready.renditions.find(({ name }) => name === 'full')?.type).toBe('video/mp4')
    // what she filmed is still hers to take along, without a word about the camera
    expect(ready.renditions.find(({ name }) => name === 'download')?.type).toBe('video/mp4')
  },
)

/** An engine that fails as the test says when it is asked to encode. */
function failing(encode: FilmEngine['ask']): FilmEngine {
  const films = findFilmLibrary()
  if (!films) throw new Error('no library')
  return { ...films, ask: (wish, ...more) => (wish.do === 'encode' ? encode : films.ask)(wish, ...more) }
}

async function arrived(name: string, sample: Sample) {
  const idle = await openSchool()
  const sending = await openUploads(idle)
  const id = await sending.upload('mika', await filmed(sample), name)
  return { idle, sending, id, subject: { districtId, id } }
}

test.runIf(hasFilms)(
  'a worker that is killed in the middle is followed by one that begins again',
  async () => {
    const { idle, sending, id, subject } = await arrived('bridge.mp4', old)
    const { ground, storage } = idle.program
    const killed = failing(() => Promise.reject(new Error('killed')))
    await settleMedia({ ground, storage, films: killed }, subject)
    await expect(settleFilm({ ground, storage, films: killed }, subject)).rejects.toThrow('killed')
    await settleMedia({ ground, storage, films: killed }, subject)
    await settleFilm({ ground, storage, films: findFilmLibrary() }, subject)
    expect((await sending.settled('mika', id)).renditions.map(({ name }) => name)).toContain('full')
    await idle.close()
  },
)

test.runIf(hasFilms)(
  'one that brings the worker down every time is given up kindly, its original kept',
  async () => {
    const { idle, sending, id, subject } = await arrived('bridge.mov', old)
    const { ground, storage } = idle.program
    const killed = { ground, storage, films: failing(() => Promise.reject(new Error('killed'))) }
    await settleMedia(killed, subject)
    for (let tries = 0; tries < 3; tries += 1) await settleFilm(killed, subject).catch(() => undefined)
    await settleFilm(killed, subject)
    const media = await sending.settled('mika', id)
    expect(media).toMatchObject({ state: 'ready', remarks: ['not_converted'] })
    expect(media.renditions.map(({ name }) => name)).toContain('download')
    await idle.close()
  },
)

test.runIf(hasFilms)('a photo that falls apart four times is failed, not tried for ever', async () => {
  const { idle, sending, id, subject } = await arrived('bridge.mov', plain)
  const { ground, storage } = idle.program
  await asTheSystem(ground, { reason: 'test', districtId }, ({ db }) =>
    db.updateTable('media').set({ attempts: 3 }).where('id', '=', id).execute(),
  )
  await settleMedia({ ground, storage, films: undefined }, subject)
  expect(await sending.settled('mika', id)).toMatchObject({ state: 'failed', failure: 'gave_up' })
  await idle.close()
})

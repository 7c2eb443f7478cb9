import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool, type School } from '../../test/support/school.ts'
import { AddPiece, GetPiece } from '../work/contract.ts'
import { AnnounceMedia, GetMedia, GetUploadLimit } from './contract.ts'

let school: School
let origin: string
beforeAll(async () => {
  school = await openSchool({ works: true })
  await school.program.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(school.program.app.server.address() as AddressInfo).port}`
})
afterAll(() => school.close())

/** What the tus protocol asks of a client (tus.io 1.0.0), said by hand. */
async function tus(
  key: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer,
) {
  return fetch(origin + path, {
    method,
    headers: { 'tus-resumable': '1.0.0', cookie: await school.as(key).cookie(), ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
}
const idMetadata = (id: string) => `id ${Buffer.from(id).toString('base64')}`
const begin = (key: string, id: string, bytes: number) =>
  tus(key, 'POST', '/api/uploads', { 'upload-length': String(bytes), 'upload-metadata': idMetadata(id) })
const send = (key: string, id: string, offset: number, bytes: Buffer) =>
  tus(
    key,
    'PATCH',
    `/api/uploads/${id}`,
    { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    bytes,
  )

async function upload(key: string, bytes: Buffer, name = 'photo.jpg') {
  const id = newId()
  await school.as(key).ask(AnnounceMedia, { params: { id }, body: { name, bytes: bytes.length } })
  await begin(key, id, bytes.length)
  const sent = await send(key, id, 0, bytes)
  expect(sent.status).toBe(204)
  return id
}

async function settled(key: string, id: string) {
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await school.as(key).ask(GetMedia, { params: { id } })
    if (body.state === 'ready' || body.state === 'failed') return body
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the worker did not settle the file')
}

const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#3f6b4f' } })
    .withExif({
      IFD3: { GPSLatitude: '54/1 0/1 0/1', GPSLatitudeRef: 'N' },
      IFD0: { Model: 'A telltale camera' },
    })
    .jpeg()
    .toBuffer()

test('a photo arrives, loses its place and camera, and is shown in sizes that fit', async () => {
  const bytes = await photo()
  expect(bytes.includes('telltale')).toBe(true)
  const media = await settled('mika', await upload('mika', bytes))
  expect(media).toMatchObject({ state: 'ready', kind: 'picture', width: 900, height: 600 })
  expect(media.placeholder).toMatch(/^[\w+/=]+$/)
  for (const rendition of media.renditions) {
    const shown = await fetch(origin + rendition.address, {
      headers: { cookie: await school.as('mika').cookie() },
    })
    expect(shown.headers.get('content-security-policy')).toContain('sandbox')
    const out = Buffer.from(await shown.arrayBuffer())
    expect(out.length).toBe(rendition.bytes)
    expect(out.includes('telltale')).toBe(false)
    expect((await sharp(out).metadata()).exif).toBeUndefined()
  }
})

test('an upload cut in the middle goes on where it stopped', async () => {
  const bytes = await photo()
  const id = newId()
  await school
    .as('mika')
    .ask(AnnounceMedia, { params: { id }, body: { name: 'cut.jpg', bytes: bytes.length } })
  await begin('mika', id, bytes.length)
  await send('mika', id, 0, bytes.subarray(0, 500))
  const asked = await tus('mika', 'HEAD', `/api/uploads/${id}`)
  expect(asked.headers.get('upload-offset')).toBe('500')
  await send('mika', id, 500, bytes.subarray(500))
  expect((await settled('mika', id)).state).toBe('ready')
})

test('the answer to the last bytes was lost: asking again says all has arrived, before and after preparation', async () => {
  const bytes = await photo()
  const id = await upload('mika', bytes)
  const offset = async () => {
    const asked = await tus('mika', 'HEAD', `/api/uploads/${id}`)
    return [asked.status, asked.headers.get('upload-offset'), asked.headers.get('upload-length')]
  }
  const all = [200, String(bytes.length), String(bytes.length)]
  expect(await offset()).toEqual(all)
  expect((await send('mika', id, 0, bytes)).status).toBe(409)
  await settled('mika', id)
  expect(await offset()).toEqual(all)
  expect((await send('mika', id, 0, bytes)).status).toBe(409)
  expect((await tus('noor', 'HEAD', `/api/uploads/${id}`)).status).toBe(404)
})

test('nobody sends into, asks after or looks at a file another person announced', async () => {
  const bytes = await photo()
  const id = newId()
  await school
    .as('mika')
    .ask(AnnounceMedia, { params: { id }, body: { name: 'mine.jpg', bytes: bytes.length } })
  expect((await begin('noor', id, bytes.length)).status).toBe(404)
  await begin('mika', id, bytes.length)
  expect((await send('noor', id, 0, bytes)).status).toBe(404)
  expect((await tus('noor', 'HEAD', `/api/uploads/${id}`)).status).toBe(404)
  expect((await school.as('noor').ask(GetMedia, { params: { id } })).code).toBe('not_found')
  expect(
    (await school.as('noor').ask(AnnounceMedia, { params: { id }, body: { name: 'x', bytes: 3 } })).code,
  ).toBe('not_found')
  const stolen = { iteration: { id: newId(), parts: [{ kind: 'media', mediaId: id }] } }
  expect((await school.as('noor').ask(AddPiece, { params: { id: newId() }, body: stolen })).code).toBe(
    'not_found',
  )
})

test('a file larger than was said, unannounced, or sent signed out is refused', async () => {
  const id = newId()
  await school.as('mika').ask(AnnounceMedia, { params: { id }, body: { name: 'small.jpg', bytes: 10 } })
  expect((await begin('mika', id, 5000)).status).toBe(400)
  expect((await begin('mika', newId(), 10)).status).toBe(404)
  expect((await begin('mika', '../../etc/passwd', 10)).status).toBe(404)
  const outside = await fetch(`${origin}/api/uploads`, {
    method: 'POST',
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': idMetadata(id) },
  })
  expect(outside.status).toBe(401)
})

test('a page that pretends to be a picture is kept as a download and never shown as a page', async () => {
  const html = Buffer.from('<!doctype html><script>alert(document.cookie)</script>')
  const media = await settled('mika', await upload('mika', html, 'photo.jpg'))
  expect(media.kind).toBe('file')
  const address = media.renditions[0]?.address ?? ''
  const shown = await fetch(origin + address, { headers: { cookie: await school.as('mika').cookie() } })
  expect(shown.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(shown.headers.get('content-type')).not.toContain('html')
})

test('a broken picture fails kindly and can still be told apart from a lost one', async () => {
  const bytes = await photo()
  const media = await settled('mika', await upload('mika', bytes.subarray(0, 60)))
  expect(media).toMatchObject({ state: 'failed', renditions: [] })
  expect(media.failure).toMatch(/^[a-z_]+$/)
})

test('a picture is reached through the piece that carries it, by whoever sees the piece and only so long', async () => {
  const mediaId = await upload('mika', await photo())
  await settled('mika', mediaId)
  const id = newId()
  const shares = [{ id: newId(), audience: 'family' }]
  await school.as('mika').ask(AddPiece, {
    params: { id },
    body: { iteration: { id: newId(), parts: [{ kind: 'media', mediaId }] }, shares },
  })
  const seen = await school.as('amara').ask(GetPiece, { params: { id } })
  const part = seen.body.iterations[0]?.parts[0]
  const address = (part?.kind === 'media' && part.media.renditions[0]?.address) || ''
  const fetchAs = async (key: string, range?: string) =>
    fetch(origin + address, {
      headers: { cookie: await school.as(key).cookie(), ...(range ? { range } : {}) },
    })
  expect((await fetchAs('amara')).status).toBe(200)
  expect((await fetchAs('amara', 'bytes=0-9')).status).toBe(206)
  // the address was made for Amara: handed on, it opens nothing, even for the other parent
  expect((await fetchAs('tomas')).status).toBe(403)
  school.clock.now = new Date(school.clock.now.getTime() + 61 * 60_000)
  expect((await fetchAs('amara')).status).toBe(403)
})

test('the person who runs Cairn decides how large a file may be, and it is said before a byte travels', async () => {
  const small = await openSchool({ largestFile: 1000 })
  const announce = (bytes: number) =>
    small.as('mika').ask(AnnounceMedia, { params: { id: newId() }, body: { name: 'film.mp4', bytes } })
  expect((await small.as('mika').ask(GetUploadLimit)).body).toEqual({ bytes: 1000 })
  expect((await announce(1000)).status).toBe(200)
  expect((await announce(1001)).code).toBe('too_large')
  expect((await announce(0)).code).toBe('invalid')
  await small.close()
  // a film of two gigabytes is welcome where nobody decided otherwise
  expect((await school.as('mika').ask(GetUploadLimit)).body.bytes).toBe(2 * 1024 ** 3)
})

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { v7 as newId } from 'uuid'

/**
 * Sends every file of a folder through a running Cairn, as a learner would, and says what became of each:
 *   node scripts/try-files.ts FOLDER [--origin=http://localhost:4000] [--user=mika] [--password=cairn-stones] [--show]
 * With --show each becomes a piece of that learner's, to be looked at on the screen.
 */
const usage = 'Say: node scripts/try-files.ts FOLDER [--origin=…] [--user=…] [--password=…] [--show]'

type Media = {
  state: string
  kind: string | null
  type: string | null
  failure: string | null
  remarks: string[]
  renditions: {
    name: string
    type: string
    bytes: number
    width: number | null
    height: number | null
    address: string
  }[]
}
type Visit = { origin: string; cookie: string }

async function signIn(origin: string, username: string, password: string): Promise<Visit> {
  const answer = await ask({ origin, cookie: '' }, 'PUT', '/api/session', { username, password })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`${username} could not sign in: ${answer.status}`)
  return { origin, cookie }
}

const ask = ({ origin, cookie }: Visit, method: string, path: string, body?: object) =>
  fetch(origin + path, {
    method,
    headers: { 'x-cairn': '1', cookie, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

async function send(visit: Visit, path: string, name: string): Promise<string> {
  const id = newId()
  const bytes = readFileSync(path)
  const announced = await ask(visit, 'PUT', `/api/media/${id}`, { name, bytes: bytes.length })
  if (!announced.ok) throw new Error(`not announced: ${(await announced.json()).error.code}`)
  const headers = { 'tus-resumable': '1.0.0', 'x-cairn': '1', cookie: visit.cookie }
  const metadata = `id ${Buffer.from(id).toString('base64')}`
  await fetch(`${visit.origin}/api/uploads`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  })
  const sent = await fetch(`${visit.origin}/api/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    body: bytes,
  })
  if (!sent.ok) throw new Error(`not sent: ${sent.status}`)
  return id
}

async function settled(visit: Visit, id: string): Promise<Media> {
  for (let tries = 0; tries < 1200; tries++) {
    const media = (await (await ask(visit, 'GET', `/api/media/${id}`)).json()) as Media
    if (media.state === 'ready' || media.state === 'failed') return media
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error('the worker did not settle it')
}

/** What a curious person would look for in what they are handed. */
const traces =
  /GPSLatitude|Exif\0\0|<x:xmpmeta|\xa9xyz|com\.apple\.quicktime|Photoshop 3\.0|<dc:creator>[^<]+<|lastModifiedBy>[^<]+<|<Company>[^<]+<|\/Author ?\(|\/Creator ?\(|\/Producer ?\(|vbaProject|\/JavaScript|ID3[^ -~]|LAVC\d|Adobe Photoshop/g

async function tracesIn(bytes: Buffer, type: string): Promise<string[]> {
  const found = new Set(bytes.toString('latin1').match(traces) ?? [])
  if (type.startsWith('image/')) {
    const { exif, xmp, iptc } = await sharp(bytes, { limitInputPixels: false }).metadata()
    for (const [name, there] of Object.entries({ exif, xmp, iptc })) if (there) found.add(name)
  }
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') {
    for (const part of Object.values(unzipSync(bytes))) {
      for (const trace of await tracesIn(Buffer.from(part), '')) found.add(trace)
    }
  }
  return [...found].map((trace) => trace.replaceAll(/[^\x20-\x7e]/g, '·'))
}

async function tryFile(visit: Visit, path: string, name: string, show: boolean): Promise<string[]> {
  const id = await send(visit, path, name)
  const media = await settled(visit, id)
  const found: string[] = []
  for (const { address, type, name: rendition } of media.renditions) {
    const shown = await fetch(visit.origin + address, { headers: { cookie: visit.cookie } })
    const bytes = Buffer.from(await shown.arrayBuffer())
    for (const trace of await tracesIn(bytes, type)) found.push(`${rendition}: ${trace}`)
  }
  if (show) {
    const parts = [{ kind: 'media', mediaId: id }]
    await ask(visit, 'PUT', `/api/pieces/${newId()}`, { title: name, iteration: { id: newId(), parts } })
  }
  const outcome = media.state === 'failed' ? `failed: ${media.failure}` : `${media.kind} ${media.type}`
  const sizes = media.renditions.map((one) => `${one.name}${one.width ? ` ${one.width}×${one.height}` : ''}`)
  return [[outcome, ...media.remarks].join(', '), sizes.join(' · '), found.join(', ')]
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .toSorted()
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      origin: { type: 'string', default: 'http://localhost:4000' },
      user: { type: 'string', default: 'mika' },
      password: { type: 'string', default: 'cairn-stones' },
      show: { type: 'boolean', default: false },
    },
  })
  const [folder] = positionals
  if (!folder) throw new Error(usage)
  const visit = await signIn(values.origin, values.user, values.password)
  console.log('| file | what became of it | renditions | traces found |\n|---|---|---|---|')
  for (const path of filesIn(folder)) {
    const name = relative(folder, path)
    const row = await tryFile(visit, path, name.slice(-200), values.show).catch((error: Error) => [
      error.message,
      '',
      '',
    ])
    console.log(`| ${[name, ...row].map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`)
  }
}

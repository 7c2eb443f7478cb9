import { v7 as newId } from 'uuid'
import * as contract from '../../src/exhibitions/contract.ts'
import { classOf, type School } from './school.ts'
import { openShowcase, visit } from './showing.ts'

export const gym = '018f0000-0000-7000-8000-000000000001'
export const studio = '018f0000-0000-7000-8000-000000000002'

export const eventOf = (more: object = {}) => ({
  title: 'Night of light',
  words: 'Ask what was hard.',
  heldOn: '2026-11-24',
  fromMinute: 17 * 60,
  toMinute: 19 * 60,
  places: [
    { id: gym, name: 'Gym', row: 1, column: 2 },
    { id: studio, name: 'Studio 2', row: 3, column: 6 },
  ],
  classIds: [classOf('morning')],
  ...more,
})

export async function openEvent(school: School, key = 'halvorsen', more: object = {}): Promise<string> {
  const id = newId()
  const opened = await school.as(key).ask(contract.WriteExhibition, { params: { id }, body: eventOf(more) })
  if (opened.status !== 200) throw new Error(opened.text)
  return id
}

export async function join(school: School, key: string, exhibitionId: string, more: object = {}) {
  const id = newId()
  const body = { exhibitionId, title: `What ${key} found`, ...more }
  const joined = await school.as(key).ask(contract.TakeStand, { params: { id }, body })
  if (joined.status !== 200) throw new Error(joined.text)
  return id
}

export const readTitle = (school: School, id: string, title: string) =>
  school.as('halvorsen').ask(contract.ReleaseTitle, { params: { id }, body: { title } })

/** An event at which Jonas stands in the gym with an open showcase, and another learner at a table without one; their titles were read. */
export async function holdEvent(school: School, more: object = {}) {
  const shown = await openShowcase(school)
  const id = await openEvent(school, 'halvorsen', more)
  const standId = await join(school, 'jonas', id, { showcaseId: shown.id, title: 'What light needs' })
  const tableId = await join(school, 'minh', id, { title: 'A secret bridge' })
  for (const [stand, placeId] of [
    [standId, gym],
    [tableId, gym],
  ]) {
    const body = { placeId, fromMinute: 17 * 60 + 30, toMinute: 18 * 60 }
    await school.as('halvorsen').ask(contract.PlaceStand, { params: { id: stand }, body })
  }
  await readTitle(school, standId, 'What light needs')
  await readTitle(school, tableId, 'A secret bridge')
  const links = await school.as('halvorsen').ask(contract.GetExhibitionLinks, { params: { id } })
  if (links.status !== 200) throw new Error(links.text)
  return { id, standId, tableId, shown, ...links.body }
}

export const writeSlip = (
  school: School,
  path: string,
  slip: { id?: string; words?: string; signed?: string },
  cookie = '',
) =>
  school.program.app.inject({
    method: 'POST',
    url: `${path}/slip`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', cookie },
    payload: new URLSearchParams({ id: newId(), words: 'Your lamp stays with me.', ...slip }).toString(),
  })

/** The form as a browser sends it with a recording or a drawing. */
export async function handSlip(
  school: School,
  path: string,
  slip: { id?: string; words?: string; signed?: string; file?: Buffer },
  cookie = '',
) {
  const form = new FormData()
  const { file, ...fields } = { id: newId(), words: '', ...slip }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob(file ? [new Uint8Array(file)] : []), file ? 'my holiday.bin' : '')
  const sent = new Response(form)
  return school.program.app.inject({
    method: 'POST',
    url: `${path}/slip`,
    headers: { 'content-type': sent.headers.get('content-type') ?? '', origin: 'null', cookie },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
}

/** A second of a tone, with the name of the machine that recorded it. */
export function voiceOf(seconds = 1): Buffer {
  const rate = 8000
  const sound = Buffer.alloc(rate * seconds * 2)
  for (let at = 0; at < sound.length; at += 2)
    sound.writeInt16LE(Math.round(9000 * Math.sin((at / 2 / rate) * 2 * Math.PI * 220)), at)
  const chunk = (name: string, bytes: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(bytes.length)
    return Buffer.concat([Buffer.from(name), size, bytes])
  }
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(rate, 4)
  format.writeUInt32LE(rate * 2, 8)
  format.writeUInt16LE(2, 12)
  format.writeUInt16LE(16, 14)
  const made = chunk(
    'LIST',
    Buffer.concat([Buffer.from('INFO'), chunk('ISFT', Buffer.from('telltale phone'))]),
  )
  const parts = [Buffer.from('WAVE'), chunk('fmt ', format), made, chunk('data', sound)]
  return chunk('RIFF', Buffer.concat(parts))
}

/** A guest's browser that opened the form: it carries the seal it was given. */
export async function visitorAt(school: School, path: string): Promise<string> {
  const [seal] = (await visit(school, `${path}/slip`)).cookies
  return `${seal?.name}=${seal?.value}`
}

/** One with two slips to Jonas, of which he got one, and his thanks, which nobody has read yet. */
export async function hangEvent(school: School) {
  const { id, path, standId } = await holdEvent(school)
  const at = `${path}/${standId}`
  const cookie = await visitorAt(school, at)
  await writeSlip(school, at, { words: 'Who taught you to cut glass?', signed: 'Margit' }, cookie)
  const [first] = (await school.as('halvorsen').ask(contract.ListSlips, { params: { id } })).body.slips
  const passed = { params: { id: first?.id ?? '' }, body: { releases: true } }
  await school.as('halvorsen').ask(contract.DecideSlip, passed)
  await writeSlip(school, at, { words: 'I saw the crack, and that you kept it.' }, cookie)
  const thanks = { params: { id: newId() }, body: { exhibitionId: id, words: 'You asked good questions.' } }
  await school.as('jonas').ask(contract.WriteCard, thanks)
  return { id }
}

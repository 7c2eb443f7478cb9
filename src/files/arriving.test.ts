import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { ArrivingFiles } from './arriving.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-arriving-'))
afterAll(() => rmSync(folder, { recursive: true }))
const pathOf = (id: string) => join(folder, id)

let files: ArrivingFiles
let made = 0
let id: string
beforeEach(async () => {
  files = new ArrivingFiles(pathOf)
  id = `file-${(made += 1)}`
  await files.begin(id)
})
const held = () => readFileSync(pathOf(id), 'utf8')
const bytes = (size: number) =>
  Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) % 251))

describe('a file that comes in', () => {
  test('is what was sent, however it was cut into pieces on the way', async () => {
    const whole = bytes(3_000_000)
    const source = new PassThrough()
    const done = files.append(id, { offset: 0, end: whole.length, source })
    for (let at = 0, size = 1; at < whole.length; at += size, size = (size * 7) % 200_003)
      source.write(Buffer.from(whole.subarray(at, at + size)))
    source.end()
    expect(await done).toEqual({ offset: whole.length, how: 'whole' })
    expect(readFileSync(pathOf(id)).equals(whole)).toBe(true)
  })

  test('keeps what came before a cut, and goes on at that byte and at no other', async () => {
    const source = new PassThrough()
    const cut = files.append(id, { offset: 0, end: 10, source })
    source.write('wings')
    setTimeout(() => source.destroy(), 20)
    expect(await cut).toEqual({ offset: 5, how: 'cut' })
    const sent = (offset: number) => {
      const rest = new PassThrough()
      rest.end('spots')
      return files.append(id, { offset, end: 10, source: rest })
    }
    expect([await sent(0), await sent(4), await sent(6)]).toEqual(['elsewhere', 'elsewhere', 'elsewhere'])
    expect(await sent(5)).toEqual({ offset: 10, how: 'whole' })
    expect(held()).toBe('wingsspots')
  })

  test('takes nothing of what is longer than was said', async () => {
    const source = new PassThrough()
    source.end('far too much')
    expect(await files.append(id, { offset: 0, end: 4, source })).toMatchObject({ how: 'too much' })
    expect(await files.offsetOf(id)).toBe(0)
  })

  test('is not emptied by being begun again, and is not there before it was', async () => {
    const source = new PassThrough()
    source.end('wings')
    await files.append(id, { offset: 0, end: 10, source })
    await files.begin(id)
    expect(await files.offsetOf(id)).toBe(5)
    expect(await files.offsetOf('never')).toBeUndefined()
    expect(await files.append('never', { offset: 0, end: 1, source: new PassThrough() })).toBe('not begun')
  })

  test('is taken over from a line at whose other end nobody is any more', async () => {
    const silent = new PassThrough()
    const before = files.append(id, { offset: 0, end: 10, source: silent })
    silent.write('wings')
    await expect.poll(() => files.offsetOf(id)).toBe(5)
    const again = new PassThrough()
    again.end('spots')
    expect(await files.append(id, { offset: 5, end: 10, source: again })).toMatchObject({ offset: 10 })
    expect(await before).toEqual({ offset: 5, how: 'taken over' })
    expect(held()).toBe('wingsspots')
  })

  test('has one writer, however many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => {
        const source = new PassThrough()
        source.end('wings')
        return files.append(id, { offset: 0, end: 5, source })
      }),
    )
    expect(held()).toBe('wings')
    expect(answers.filter((one) => typeof one !== 'string' && one.offset === 5)).toHaveLength(1)
  })
})

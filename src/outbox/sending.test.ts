import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box, Line, LineAnswer } from './box.ts'
import { type Entry, heavyBytes, idsIn, isWaiting, tryAgain, type Write } from './entry.ts'
import { MemoryBox } from './memory-box.ts'
import { sendAll, type Stop } from './sending.ts'

/** A battery that empties between two steps: whatever ran is gone, the box is as it was. */
class Dead extends Error {}

const yes: LineAnswer = { status: 200, code: '', sentence: '' }
const no = (status: number, code: string): LineAnswer => ({ status, code, sentence: code })

/** Keeps every write once by its id, as ours does, and refuses what it was told to refuse. */
class Server {
  readonly kept: string[] = []
  readonly files = new Map<string, { bytes: number; got: number[] }>()
  readonly refuses: ReadonlySet<string>
  constructor(refuses: ReadonlySet<string> = new Set()) {
    this.refuses = refuses
  }
  write(entry: Entry, place: number): LineAnswer {
    const write = entry.writes[place]
    if (!write) throw new Error('nothing to write')
    const { id } = write.sent.params as { id: string }
    if (this.refuses.has(id)) return no(404, 'not_found')
    const body = (write.sent.body ?? {}) as { on?: string; media?: string[] }
    if (body.on !== undefined && !this.kept.includes(body.on)) return no(404, 'not_found')
    for (const media of body.media ?? []) {
      const file = this.files.get(media)
      if (!file || file.got.length !== file.bytes) return no(404, 'not_found')
    }
    if (!this.kept.includes(id)) this.kept.push(id)
    return yes
  }
}

type Faults = { cutBefore: () => boolean; cutAfter: () => boolean; dies: () => boolean }
const calm: Faults = { cutBefore: () => false, cutAfter: () => false, dies: () => false }

function lineTo(server: Server, { cutBefore, cutAfter, dies }: Faults): Line {
  const over = async (effect: () => LineAnswer): Promise<LineAnswer> => {
    if (cutBefore()) return 'away'
    const answer = effect()
    if (dies()) throw new Dead()
    return cutAfter() ? 'away' : answer
  }
  return {
    write: (entry, place) => over(() => server.write(entry, place)),
    announce: ({ id, bytes }) =>
      over(() => {
        if (!server.files.has(id)) server.files.set(id, { bytes, got: [] })
        return yes
      }),
    offsetOf: ({ id }) =>
      over(() => ({ status: 200, code: '', sentence: '', offset: server.files.get(id)?.got.length ?? 0 })),
    begin: () => over(() => yes),
    sendPiece: ({ id }, offset, bytes) =>
      over(() => {
        const file = server.files.get(id)
        if (file?.got.length !== offset) return no(409, 'invalid')
        file.got.push(...bytes)
        return { status: 204, code: '', sentence: '', offset: file.got.length }
      }),
  }
}

/** The box of a device whose battery may also empty just before or just after it wrote something down. */
function mortal(box: Box, dies: () => boolean): Box {
  const through =
    <A extends unknown[], T>(act: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      if (dies()) throw new Dead()
      const done = await act(...given)
      if (dies()) throw new Dead()
      return done
    }
  return { ...box, change: through(box.change), arrive: through(box.arrive), noteSent: through(box.noteSent) }
}

async function sendUntilDone(box: Box, server: Server, faults: Faults): Promise<Stop | 'never'> {
  for (let life = 0; life < 500; life += 1) {
    try {
      const stop = await sendAll({
        box: mortal(box, faults.dies),
        line: lineTo(server, faults),
        now: () => 0,
        isOver: () => false,
        onChange: () => {},
      })
      if (stop === 'nothing left') return stop
    } catch (error) {
      if (!(error instanceof Dead)) throw error
    }
  }
  return 'never'
}

const id = (number: number) => `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** A photo each, some of them further attempts at the work before. */
async function queue(box: MemoryBox, attempts: readonly boolean[]): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const [place, isAttempt] of attempts.entries()) {
    const media = id(1_000 + place)
    const content = Uint8Array.from({ length: 3 + place }, (_, at) => (place * 7 + at) % 256)
    await box.keepFile(media, new Blob([content]), { name: `${place}.jpg`, type: 'image/jpeg' })
    const on = isAttempt && place > 0 ? { on: id(place - 1) } : {}
    const write: Write = {
      name: 'Add',
      method: 'PUT',
      path: '/api/things/:id',
      sent: { params: { id: id(place) }, body: { ...on, media: [media] } },
    }
    const entry: Entry = {
      id: String(place),
      called: { word: 'work.waiting', values: {} },
      writes: [write],
      done: 0,
      files: [media],
      refreshes: [],
      made: { claimed: '2026-10-16T12:00:00.000Z', offset: 0 },
      keptAt: place,
      failures: 0,
    }
    entries.push(entry)
    await box.add(entry)
  }
  return entries
}

const random = (seed: number) => {
  let state = seed >>> 0 || 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('what waits', () => {
  test('arrives in order and once, whatever is cut and whenever the battery empties', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        fc.integer(),
        fc.double({ min: 0, max: 0.35, noNaN: true }),
        fc.double({ min: 0, max: 0.15, noNaN: true }),
        async (attempts, seed, cuts, deaths) => {
          const chance = random(seed)
          const faults: Faults = {
            cutBefore: () => chance() < cuts,
            cutAfter: () => chance() < cuts,
            dies: () => chance() < deaths,
          }
          const [box, server] = [new MemoryBox(), new Server()]
          await queue(box, attempts)
          expect(await sendUntilDone(box, server, faults)).toBe('nothing left')
          expect(server.kept).toEqual(attempts.map((_, place) => id(place)))
          for (const place of attempts.keys()) {
            const file = server.files.get(id(1_000 + place))
            expect(file?.got).toEqual(Array.from({ length: 3 + place }, (_, at) => (place * 7 + at) % 256))
          }
          expect((await box.entries()).filter(isWaiting)).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })

  test('stays behind while the device is with a class, and holds nobody’s work up', async () => {
    const [box, server] = [new MemoryBox(), new Server()]
    await queue(box, [false, true, false])
    const line = lineTo(server, calm)
    const handed: Line = {
      ...line,
      write: async (entry, place) => (entry.id === '0' ? no(423, 'handed_over') : line.write(entry, place)),
    }
    const run = (over: Line) =>
      sendAll({ box, line: over, now: () => 0, isOver: () => false, onChange: () => {} })
    expect(await run(handed)).toBe('away')
    // the second builds on the first
    expect(server.kept).toEqual([id(2)])
    expect((await box.entries()).filter(isWaiting).map((entry) => entry.refusal)).toEqual([
      undefined,
      undefined,
    ])
    expect(await run(line)).toBe('nothing left')
    expect(server.kept).toEqual([id(2), id(0), id(1)])
  })

  test('goes no further in a name that is another’s again, is not called refused, and begins anew for its owner', async () => {
    const [box, server] = [new MemoryBox(), new Server()]
    await queue(box, [true, false])
    const line = lineTo(server, calm)
    const [entry] = await box.entries()
    const file = entry?.files[0] ?? ''
    const parted: Line = {
      ...line,
      write: async (one, place) => (one.id === entry?.id ? no(424, 'merge_undone') : line.write(one, place)),
    }
    const run = (over: Line) =>
      sendAll({ box, line: over, now: () => 0, isOver: () => false, onChange: () => {} })
    expect(await run(parted)).toBe('away')
    expect(server.kept).toEqual([id(1)])
    expect([(await box.file(file))?.sent, (await box.entries())[0]?.refusal]).toEqual([undefined, undefined])
    expect(await run(line)).toBe('nothing left')
    expect(server.kept).toEqual([id(1), id(0)])
  })

  test('stays, with all it needs, when the server refuses; the rest goes on in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ attempt: fc.boolean(), refused: fc.boolean() }), {
          minLength: 1,
          maxLength: 10,
        }),
        fc.integer(),
        async (things, seed) => {
          const chance = random(seed)
          const faults: Faults = { ...calm, cutAfter: () => chance() < 0.2, dies: () => chance() < 0.05 }
          const refuses = new Set(things.flatMap(({ refused }, place) => (refused ? [id(place)] : [])))
          const [box, server] = [new MemoryBox(), new Server(refuses)]
          const entries = await queue(
            box,
            things.map(({ attempt }) => attempt),
          )
          await sendUntilDone(box, server, faults)
          const left = (await box.entries()).filter(isWaiting)
          const leftIds = left.map((one) => one.id)
          // nothing is in neither place, and nothing in both
          expect([...server.kept.map((kept) => String(Number(kept.slice(-12)))), ...leftIds].sort()).toEqual(
            entries.map((one) => one.id).sort(),
          )
          expect(server.kept).toEqual([...server.kept].sort())
          for (const entry of left) for (const file of entry.files) expect(await box.file(file)).toBeDefined()
          // once the server thinks better of it and its person says so, all of it arrives
          for (const entry of left) await box.change(tryAgain(entry))
          const kinder = new Server()
          kinder.kept.push(...server.kept)
          for (const [name, file] of server.files) kinder.files.set(name, file)
          expect(await sendUntilDone(box, kinder, faults)).toBe('nothing left')
          expect(new Set(kinder.kept).size).toBe(things.length)
          expect(kinder.kept).toHaveLength(things.length)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('a session that ended stops everything and loses nothing', async () => {
    const [box, server] = [new MemoryBox(), new Server()]
    await queue(box, [false, false])
    const line = { ...lineTo(server, calm), write: async () => no(401, 'not_signed_in') }
    const sending = { box, line, now: () => 0, isOver: () => false, onChange: () => {} }
    expect(await sendAll(sending)).toBe('signed out')
    expect((await box.entries()).map((one) => one.refusal)).toEqual([undefined, undefined])
    expect(await sendAll({ ...sending, line: lineTo(server, calm) })).toBe('nothing left')
    expect(server.kept).toEqual([id(0), id(1)])
  })

  test('words kept while a film is on its way do not wait for it', async () => {
    const [box, server] = [new MemoryBox(), new Server()]
    const [film] = await queue(box, [false])
    const file = { ...(await box.file(id(1_000))), bytes: heavyBytes * 2, sent: 0 }
    const heavy: Box = { ...box, file: async () => file as never, read: async () => new Uint8Array(4) }
    await box.add({
      ...film!,
      id: 'words',
      files: [],
      writes: [{ ...film!.writes[0]!, sent: { params: { id: id(5) } } }],
    })
    let over = false
    await sendAll({
      box: heavy,
      line: lineTo(server, calm),
      now: () => 0,
      isOver: () => over,
      onChange: ({ kind }) => void (over = kind === 'arrived'),
    })
    expect(server.kept).toEqual([id(5)])
  })
})

test('every id a write speaks of is found, wherever it stands', () => {
  expect([...idsIn({ a: [{ b: id(1) }], c: `see ${id(2)}` })]).toEqual([id(1), id(2)])
})

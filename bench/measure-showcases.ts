import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { addCollection } from '../src/collections/add-collection.ts'
import { openDatabase } from '../src/platform/database.ts'
import { newId } from '../src/platform/new-id.ts'
import { hashOfToken } from '../src/platform/session-token.ts'
import { asViewer, type Ground } from '../src/platform/transaction.ts'
import { insertAnswer } from '../src/showcases/keeping-store.ts'
import { pathOf, tokenFor } from '../src/showcases/hand-link.ts'
import { proposeShowcase } from '../src/showcases/propose-showcase.ts'
import { type BenchLearner, openDistrict } from './district.ts'
import { openFolderStorage, type Storage } from '../src/files/storage.ts'
import { openBrowser } from '../test/support/chromium.ts'
import { median, percentile, range, short } from './figures.ts'
import { remember, temporaryFolder } from './leaving.ts'
import { kinds, type Visit, visit } from './page-visit.ts'
import { httpAsker, load } from './load.ts'
import type { Part } from './part.ts'
import type { Figure } from './report.ts'
import { startServer } from './served.ts'

const secret = 'a secret for the bench, and for nothing else'
const shown = 40

/** The page that guests open, with a hall full of them on a few dozen links. */
export const showcases: Part = {
  name: 'showcases',
  title: 'Showcase page',
  measure: async ({ pieces, seconds, say }) => {
    const { connection, learners } = await openDistrict(pieces[0] ?? 10_000, say)
    const paths = await openAll(connection, learners.slice(0, shown))
    const mediaFolder = join(temporaryFolder(), 'media')
    const server = await startServer(connection, secret, mediaFolder)
    const asker = httpAsker(server.port, 'br, gzip')
    const requests = paths.map((path) => ({ path, token: '', statements: [] }))
    await load(asker, requests, 1)
    const before = await server.queries()
    const loaded = await load(asker, requests, seconds)
    const asked = loaded.milliseconds.length
    const queries = ((await server.queries()) - before) / asked
    await asker.close()
    const phone = await visitOnPhone(server.port, paths.slice(0, visited), mediaFolder)
    const perSecond = asked / loaded.seconds
    const kilobytes = loaded.bytes / asked / 1000
    const p95 = percentile(loaded.milliseconds, 0.95)
    return {
      figures: [
        { what: 'pages a second, 8 connections', measured: perSecond, unit: '/s', aim: { least: 500 } },
        { what: '95 of 100 within', measured: p95, unit: 'ms' },
        { what: 'page before media, compressed', measured: kilobytes, unit: 'kB', aim: { most: 60 } },
        { what: 'statements a page', measured: queries, unit: '', aim: { most: 1.2 } },
        ...phone.figures,
      ],
      details: { perSecond, p95, kilobytes, queries, asked, phone: phone.visits },
    }
  },
}

const visited = 5

/** In Chromium, each page for the first time, as a guest with a slow telephone on a thin line opens it. */
async function visitOnPhone(port: number, paths: readonly string[], mediaFolder: string) {
  const origin = `http://127.0.0.1:${port}`
  const storage = await openFolderStorage(mediaFolder)
  for (const path of paths) await hangPictures(await (await fetch(origin + path)).text(), storage)
  const browser = await openBrowser()
  remember(() => browser.close())
  const visits: Visit[] = []
  for (const path of paths) visits.push(await visit(browser, origin, path, undefined))
  const of = (figure: (one: Visit) => number) => median(visits.map(figure))
  const beforeMedia = ({ sent }: Visit) =>
    kinds.filter((kind) => kind !== 'media').reduce((sum, kind) => sum + sent[kind].wire, 0)
  const figures: Figure[] = [
    {
      what: 'slow phone: first byte to complete',
      measured: of(({ complete }) => complete) / 1000,
      unit: 's',
      aim: { most: 2.5 },
      note: range(
        visits.map(({ complete }) => complete / 1000),
        's',
      ),
    },
    {
      what: 'slow phone: before media, with headers and the face for names',
      measured: of(beforeMedia) / 1000,
      unit: 'KB',
      aim: { most: 60 },
    },
    {
      what: 'slow phone: layout shift',
      measured: Math.max(...visits.map(({ shift }) => shift)),
      unit: '',
      aim: { most: 0 },
    },
    {
      what: 'slow phone: largest contentful paint',
      measured: of(({ largestPaint }) => largestPaint) / 1000,
      unit: 's',
      note: `<${visits.at(-1)?.largest}>, with ${short(of(({ sent }) => sent.media.wire) / 1000)} KB of pictures`,
    },
  ]
  return { figures, visits }
}

/** Pictures of the very weight the district says its media have. */
async function hangPictures(page: string, storage: Storage): Promise<void> {
  const named = page.matchAll(/\/guest\/media\/[^/]+\/([^/]+)\/(small|screen|full)\?/g)
  const files = new Map([...named].map(([, id = '', name = '']) => [`${id} ${name}`, { id, name }]))
  const widths: Record<string, number> = { small: 480, screen: 1280, full: 3024 }
  for (const { id, name } of files.values()) {
    const width = widths[name] ?? 0
    const picture = sharp({
      create: { width, height: Math.floor((width * 4) / 3), channels: 3, background: '#7a8f6a' },
    })
    const bytes = Buffer.alloc(width * 90)
    ;(await picture.webp().toBuffer()).copy(bytes)
    const path = join(storage.arrivingFolder, `${id} ${name}`)
    await writeFile(path, bytes)
    await storage.keep(id, [{ name, path }])
  }
}

/** A collection of each learner's newest work, opened until next week as if everybody had agreed. */
async function openAll(
  connection: Parameters<typeof startServer>[0],
  learners: readonly BenchLearner[],
): Promise<string[]> {
  const silent = { info: () => undefined, error: () => undefined }
  const queue = { tellIn: () => async () => undefined, stop: async () => undefined }
  const database = openDatabase(connection, () => undefined)
  const ground: Ground = { database, queue, secret, now: () => new Date(), log: silent }
  const paths: string[] = []
  for (const { token, pieceIds } of learners) {
    const [id, collectionId] = [newId(), newId()]
    const choices = pieceIds.map((pieceId) => ({
      id: newId(),
      pieceId,
      why: 'It is the one I would keep if I could keep only one.',
      highlight: false,
      growth: true,
      beside: [],
    }))
    const sections = [{ id: newId(), title: 'My work', choices }]
    const closesOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    await asViewer(ground, { tokenHash: hashOfToken(token) }, async (context) => {
      await addCollection(context, {
        id: collectionId,
        title: 'Shown',
        about: 'I look.',
        look: 'paper',
        sections,
      })
      await proposeShowcase(context, { id, collectionId, closesOn, closesAtMinute: 1440 })
      for (const role of ['teacher', 'guardian'] as const) {
        await insertAnswer(context, { id, role, agrees: true, words: '' })
      }
    })
    paths.push(pathOf(tokenFor(secret, id)))
  }
  await database.destroy()
  return paths
}

import { addCollection } from '../src/collections/add-collection.ts'
import { openDatabase } from '../src/platform/database.ts'
import { newId } from '../src/platform/new-id.ts'
import { hashOfToken } from '../src/platform/session-token.ts'
import { asViewer, type Ground } from '../src/platform/transaction.ts'
import { insertAnswer } from '../src/showcases/keeping-store.ts'
import { pathOf, tokenFor } from '../src/showcases/hand-link.ts'
import { proposeShowcase } from '../src/showcases/propose-showcase.ts'
import { type BenchLearner, openDistrict } from './district.ts'
import { percentile } from './figures.ts'
import { httpAsker, load } from './load.ts'
import type { Part } from './part.ts'
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
    const server = await startServer(connection, secret)
    const asker = httpAsker(server.port, 'br, gzip')
    const requests = paths.map((path) => ({ path, token: '', statements: [] }))
    await load(asker, requests, 1)
    const before = await server.queries()
    const loaded = await load(asker, requests, seconds)
    const asked = loaded.milliseconds.length
    const queries = ((await server.queries()) - before) / asked
    await asker.close()
    const perSecond = asked / loaded.seconds
    const kilobytes = loaded.bytes / asked / 1000
    const p95 = percentile(loaded.milliseconds, 0.95)
    return {
      figures: [
        { what: 'pages a second, 8 connections', measured: perSecond, unit: '/s', aim: { least: 500 } },
        { what: '95 of 100 within', measured: p95, unit: 'ms' },
        { what: 'page before media, compressed', measured: kilobytes, unit: 'kB', aim: { most: 60 } },
        { what: 'statements a page', measured: queries, unit: '', aim: { most: 1.2 } },
      ],
      details: { perSecond, p95, kilobytes, queries, asked },
    }
  },
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

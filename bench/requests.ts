import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Context } from '../src/platform/context.ts'
import type { DB } from '../src/platform/schema.generated.ts'
import { hashOfToken } from '../src/platform/session-token.ts'
import { asViewer, type Ground } from '../src/platform/transaction.ts'
import { openPiece } from '../src/work/open-piece.ts'
import { readPortfolio } from '../src/work/piece-store.ts'
import { readWall } from '../src/work/share-store.ts'
import type { BenchLearner } from './district.ts'

export type Statement = { text: string; values: unknown[] }

/** One thing somebody opens: the address they ask for, and every statement that answering it sends. */
export type Request = { path: string; token: string; statements: Statement[] }

export type Page = { name: string; requests: Request[] }

type Asked = { path: string; token: string; read: (context: Context) => Promise<unknown> }

/** The three pages people open most, as learners all over the district open them. */
const pagesOf = (learners: readonly BenchLearner[]): { name: string; asked: Asked[] }[] => [
  {
    name: 'class wall',
    asked: learners.map(({ token, spaceId }) => ({
      path: `/api/spaces/${spaceId}/wall`,
      token,
      read: (context) => readWall(context, { id: spaceId }),
    })),
  },
  {
    name: 'piece page',
    asked: learners.map(({ token, pieceIds }, place) => {
      const id = pieceIds[place % pieceIds.length] ?? ''
      return { path: `/api/pieces/${id}`, token, read: (context) => openPiece(context, { id }) }
    }),
  },
  {
    name: 'learner home',
    asked: learners.map(({ id, token }) => ({
      path: `/api/learners/${id}/pieces`,
      token,
      read: (context) => readPortfolio(context, { id }),
    })),
  },
]

/** Runs Cairn's own functions once and writes down, word for word, what they tell the database. */
export async function writeDownRequests(
  connection: pg.PoolConfig,
  secret: string,
  learners: readonly BenchLearner[],
): Promise<Page[]> {
  const heard: Statement[] = []
  const database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ ...connection, max: 1 }) }),
    log: ({ query }) => void heard.push({ text: query.sql, values: [...query.parameters] }),
  })
  const silent = { info: () => undefined, error: () => undefined }
  const queue = { tellIn: () => async () => undefined, stop: async () => undefined }
  const ground: Ground = { database, queue, secret, now: () => new Date(), log: silent }
  const pages: Page[] = []
  try {
    for (const { name, asked } of pagesOf(learners)) {
      const requests: Request[] = []
      for (const { path, token, read } of asked) {
        heard.length = 0
        await asViewer(ground, { tokenHash: hashOfToken(token) }, read)
        const [begin, opening] = heard
        if (begin?.text !== 'begin' || !isOpening(opening?.text ?? '') || heard.at(-1)?.text !== 'commit')
          throw new Error(`${path} is no longer one transaction that opens with its session`)
        requests.push({ path, token, statements: [...heard] })
      }
      pages.push({ name, requests })
    }
    return pages
  } finally {
    await database.destroy()
  }
}

/** What is left of a request when the transaction and the session around it are taken away. */
export const coreOf = ({ statements }: Request): Statement[] =>
  statements.filter(({ text }) => !/^\s*(begin|commit|start transaction)/i.test(text) && !isOpening(text))

export const isOpening = (text: string): boolean => text.includes('from open_session(')

import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../src/platform/database.ts'
import { hashOfToken } from '../src/platform/session-token.ts'
import { asViewer, type Ground } from '../src/platform/transaction.ts'
import { prepareJobs } from '../src/platform/jobs.ts'
import { startPostgres } from '../src/postgres/embedded-postgres.ts'
import { migrate } from '../src/postgres/migrate.ts'
import { findInClass, readTimeline } from '../src/timeline/store.ts'
import { beginnings, growth, learnersOfClass } from './grow-district.ts'
import { remember, temporaryFolder } from './leaving.ts'
import type { Part } from './part.ts'
import type { Figure } from './report.ts'

const piecesOfClass = 5_000
const aim = 100
const times = 30

/** What is looked for: in every piece, in some, in one, in none, misspelt, and by a name with its accents. */
const looked = [
  'bridge',
  'otter',
  'zeppelin',
  'volcano',
  'brigde beems',
  'Théo otter',
  'loutres',
  '',
] as const
const picturesOnly = { words: '', medium: 'picture' } as const
/** Of the thirty competencies, what the most work is tagged with (a third of it), and what hardly any is. */
const competencies = { much: 0, little: 29 } as const

/** Finding something among everything one class made: 5,000 pieces, as its teacher and as one learner. */
export const timeline: Part = {
  name: 'timeline',
  title: 'Finding something among 5,000 pieces of one class',
  measure: async ({ say }) => {
    say('Filling a class …')
    const { ground, classId, learnerId, competencyIds } = await openClass()
    const figures: Figure[] = []
    const ask = async (token: string, asked: { words: string; medium?: 'picture'; competency?: string }) => {
      const samples: number[] = []
      for (let time = 0; time < times; time += 1) {
        const begin = performance.now()
        await asViewer<unknown>(ground, { tokenHash: hashOfToken(token) }, (context) =>
          token === 'bench-teacher'
            ? findInClass(context, { id: classId, ...asked })
            : readTimeline(context, { id: learnerId, ...asked }),
        )
        samples.push(performance.now() - begin)
      }
      return samples.toSorted((one, other) => one - other)[Math.ceil(times * 0.95) - 1] ?? NaN
    }
    for (const [who, token] of [
      ['teacher', 'bench-teacher'],
      ['learner', 'bench-0'],
    ] as const) {
      for (const words of looked) {
        const what = `${who}: ${words === '' ? 'pictures only' : `“${words}”`}, 95th percentile`
        const asked = words === '' ? picturesOnly : { words }
        figures.push({ what, measured: await ask(token, asked), unit: 'ms', aim: { most: aim } })
      }
      for (const [much, place] of Object.entries(competencies)) {
        for (const words of ['', 'otter']) {
          const what = `${who}: a competency ${much} is tagged with${words && `, and “${words}”`}, 95th percentile`
          const asked = { words, competency: competencyIds[place] ?? '' }
          figures.push({ what, measured: await ask(token, asked), unit: 'ms', aim: { most: aim } })
        }
      }
    }
    return { figures, details: { piecesOfClass, times } }
  },
}

async function openClass() {
  const postgres = await startPostgres({
    folder: join(temporaryFolder(), 'postgres'),
    log: () => undefined,
  })
  remember(() => postgres.stop())
  const migrations = fileURLToPath(new URL('../db/migrations/', import.meta.url))
  await migrate(postgres.ownerConnection, { folder: migrations, log: () => undefined })
  await prepareJobs(postgres.ownerConnection)
  const owner = new pg.Client(postgres.ownerConnection)
  await owner.connect()
  for (const text of [beginnings, ...growth(0, learnersOfClass), ...morePieces, ...tags, 'vacuum analyze']) {
    await owner.query(text)
  }
  const found = await owner.query<{ classId: string; learnerId: string }>(
    'select c.id as "classId", l.id as "learnerId" from bench.class c join bench.learner l on l.n = 0',
  )
  const named = await owner.query<{ id: string }>('select id from competency order by position')
  await owner.end()
  // as Cairn opens it: statements are named, and planned once a connection
  const database = openDatabase({ ...postgres.appConnection, max: 1 }, () => undefined)
  remember(() => database.destroy())
  const silent = { info: () => undefined, error: () => undefined }
  const queue = { tellIn: () => async () => undefined, stop: async () => undefined }
  const ground: Ground = { database, queue, secret: 'for the bench', now: () => new Date(), log: silent }
  const row = found.rows[0]
  if (!row) throw new Error('the class was not made')
  return { ground, ...row, competencyIds: named.rows.map(({ id }) => id) }
}

/** As many as are missing, shared with their teachers, made with the triggers on as people's are. */
const morePieces = [
  'set session_replication_role = origin',
  `create temp table more as select l.id as learner_id, d.id as district_id, k, uuidv7() as piece_id, uuidv7() as iteration_id,
      now() - k * interval '2 days' - l.n * interval '1 hour' as at
    from bench.learner l, bench.district d, generate_series(1, ${Math.ceil(piecesOfClass / learnersOfClass) - 20}) k`,
  `insert into piece (id, district_id, learner_id, title, created_by, created_at, grown_at)
    select piece_id, district_id, learner_id, 'Field notes, day ' || k, learner_id, at, at from more`,
  `insert into iteration (id, district_id, piece_id, number, made_by, made_at)
    select iteration_id, district_id, piece_id, 1, learner_id, at from more`,
  `insert into iteration_revision (iteration_id, district_id, revision, written_by, written_at)
    select iteration_id, district_id, 1, learner_id, at from more`,
  `insert into part (iteration_id, district_id, revision, position, kind, body)
    select iteration_id, district_id, 1, 0, 'text', repeat('We walked along the bridge and wrote down what we saw. ', 6 + k % 9)
      || case when k % 20 = 0 then 'An otter dived. Une loutre a plongé.' else '' end
      || case when k = 77 and learner_id = (select id from bench.learner where n = 3) then ' A zeppelin.' else '' end from more`,
  `insert into share (id, district_id, piece_id, audience, shared_by, shared_at)
    select uuidv7(), district_id, piece_id, 'teachers', learner_id, at from more`,
  'select note_attempts(array(select id from iteration))',
  `insert into account (id, district_id, person_id, username, password_hash, password_changed_at, created_at)
    select c.teacher_id, d.id, c.teacher_id, 'bench-teacher', 'none', now(), now() from bench.class c, bench.district d`,
  `insert into session (id, district_id, account_id, person_id, token_hash, created_at, last_seen_at, expires_at)
    select uuidv7(), d.id, c.teacher_id, c.teacher_id, sha256(convert_to('bench-teacher', 'UTF8')), now(), now(),
      now() + interval '1 day' from bench.class c, bench.district d`,
] as const

/** Thirty competencies; the first is in a third of the work, each one after it in less, the last in a few pieces. */
const tags = [
  `insert into framework (id, district_id, identifier, title, judged_by, origin, adopted_by, adopted_at)
    select uuidv7(), d.id, 'bench', 'Bench', 'learner', 'own', c.teacher_id, now() from bench.class c, bench.district d`,
  `insert into competency (id, district_id, framework_id, identifier, statement, position, search_words)
    select uuidv7(), f.district_id, f.id, 'bench ' || n, 'Competency ' || n, n, 'competency ' || n from framework f, generate_series(0, 29) n`,
  `insert into tag (id, district_id, piece_id, learner_id, competency_id, tagged_by, tagged_at)
    select uuidv7(), p.district_id, p.id, p.learner_id, c.id, p.learner_id, p.created_at
    from (select p.*, row_number() over (order by p.id) as n from piece p) p join competency c on p.n % (3 + 15 * c.position) = 0`,
  `insert into claim (id, district_id, learner_id, competency_id, made_at)
    select uuidv7(), c.district_id, l.id, c.id, now() - c.position * interval '9 days' from bench.learner l, competency c`,
  `insert into claim_revision (claim_id, district_id, learner_id, revision, words, written_by, written_at)
    select id, district_id, learner_id, 1, 'I can do this now.', learner_id, made_at from claim`,
  `insert into claim_share (claim_id, district_id, audience, shared_by, shared_at)
    select id, district_id, 'teachers', learner_id, made_at from claim`,
] as const

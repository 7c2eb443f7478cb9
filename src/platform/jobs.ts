import type { PoolConfig } from 'pg'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { type EventName, eventNames, type Subject, type Tell } from './context.ts'
import { CompiledQuery, type Transaction } from './database.ts'

/**
 * What follows an event, later and in the worker. It may run again after a crash, so it must bear repeating.
 * Several jobs on one event run one after the other, in the order in which they are handed in.
 */
export type Job = {
  on: EventName
  run: (subject: Subject) => Promise<void>
  atOnce?: number
  /** so many are taken from the queue and run together, where one often does the work of the others */
  together?: number
}

const schema = 'pgboss'

const options = (connection: PoolConfig) => ({
  ...(connection as Record<string, never>),
  schema,
  migrate: false,
  createSchema: false,
  // the application's role owns nothing, so it cannot rebuild indexes
  reindex: false,
  monitorVacuum: false,
  schedule: false,
})

/** A job may take hours; one whose process fell silent for a minute is taken up by the next. */
const patience = {
  retryLimit: 3,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 6 * 3600,
  heartbeatSeconds: 60,
  notify: true,
}

/** Makes the queues, with the owner's rights, and lets the application use them. One queue an event. */
export async function prepareJobs(owner: PoolConfig): Promise<void> {
  const boss = new PgBoss({ ...options(owner), migrate: true, createSchema: true, supervise: false })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const name of eventNames) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, patience)
      else await boss.createQueue(name, patience)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  await grantJobs(owner)
}

/** Asks anew for work that a backup had waiting. Makes the queues when there are none. */
export async function sendAgain(
  owner: PoolConfig,
  waiting: readonly { name: string; data: object }[],
): Promise<void> {
  await prepareJobs(owner)
  const boss = new PgBoss({ ...options(owner), supervise: false })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const { name, data } of waiting)
      if (eventNames.some((one) => one === name)) await boss.send(name, data)
  } finally {
    await boss.stop({ graceful: false })
  }
}

async function grantJobs(owner: PoolConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(`
      grant usage on schema ${schema} to cairn_app;
      grant select, insert, update, delete on all tables in schema ${schema} to cairn_app;
      grant usage on all sequences in schema ${schema} to cairn_app;
      grant execute on all functions in schema ${schema} to cairn_app`)
  } finally {
    await client.end()
  }
}

export type Queue = { tellIn: (db: Transaction) => Tell; stop: () => Promise<void> }

/** Opens the queue; with jobs it also works on them. */
export async function openQueue(
  app: PoolConfig,
  jobs: Job[],
  onError: (error: Error) => void,
): Promise<Queue> {
  const boss = new PgBoss({
    ...options(app),
    max: 4,
    supervise: jobs.length > 0,
    useListenNotify: jobs.length > 0,
  })
  boss.on('error', onError)
  await boss.start()
  for (const [event, following] of Map.groupBy(jobs, (job) => job.on)) {
    await boss.work<Subject>(
      event,
      {
        batchSize: Math.max(...following.map((job) => job.together ?? 1)),
        localConcurrency: Math.max(...following.map((job) => job.atOnce ?? 1)),
        notifyPollingIntervalSeconds: 5,
        pollingIntervalSeconds: 5,
      },
      async (batch) => {
        const ended = await Promise.allSettled(batch.map((one) => runAll(following, one.data)))
        const failed = ended.find(({ status }) => status === 'rejected')
        if (failed?.status === 'rejected') throw failed.reason
      },
    )
  }
  return {
    tellIn: (db) => async (event, subject) => {
      await boss.send(event, subject, { db: { executeSql: (text, values) => runIn(db, text, values) } })
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function runAll(jobs: Job[], subject: Subject): Promise<void> {
  for (const job of jobs) await job.run(subject)
}

async function runIn(db: Transaction, text: string, values: unknown[] = []) {
  const result = await db.executeQuery(CompiledQuery.raw(text, values))
  return { rows: result.rows as Record<string, unknown>[] }
}

import type { Log } from '../platform/transaction.ts'

/** One JSON line a fact. The callers choose facts that name no person and quote nothing anybody wrote. */
const line = (level: string) => (facts: Record<string, unknown>, sentence: string) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, sentence, ...facts })}\n`)
}

export const jsonLines: Log = { info: line('info'), error: line('error') }

/** On a terminal only what went wrong is said; the rest would hide the addresses. */
export const sayLines: Log =
  process.env.CAIRN_LOG === 'all' ? jsonLines : { info: () => {}, error: line('error') }

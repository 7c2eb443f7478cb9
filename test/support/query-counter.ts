import pg from 'pg'

type Query = (...words: unknown[]) => unknown

/**
 * Counts what this process says to PostgreSQL from now on, `begin` and `commit` too. It listens where every
 * query passes, below all of Cairn, so that nothing can be sent past it.
 */
export function countQueries(): { readonly sent: number; stop: () => void } {
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const { query } = prototype
  let sent = 0
  prototype.query = function countingQuery(...words) {
    sent += 1
    return query.apply(this, words)
  }
  return {
    get sent() {
      return sent
    },
    stop: () => {
      prototype.query = query
    },
  }
}

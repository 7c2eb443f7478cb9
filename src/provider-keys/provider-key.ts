/** As it is kept: sealed, and whether it was ever put to use. The newest comes first. */
export type KeptKey = { id: string; certificate: string; sealed: Buffer; used: boolean }

/** What a provider knows us by, and with what it is opened and signed. */
export type OwnKeys = {
  /** what we sign with; none where a changed server secret made it unreadable */
  signing: { certificate: string; pem: string } | undefined
  /** shown in our metadata: the one in use, and beside it the one that is to follow */
  published: readonly string[]
  /** what something encrypted to us may have been encrypted to: also the one before, until providers have followed */
  opening: readonly string[]
}

/** The one in use, and the one that waits to be; of several that wait only the newest counts. */
export function standing<K extends { used: boolean }>(kept: readonly K[]): { current?: K; next?: K } {
  const current = kept.find(({ used }) => used)
  const [newest] = kept
  return {
    ...(current === undefined ? {} : { current }),
    ...(newest === undefined || newest.used ? {} : { next: newest }),
  }
}

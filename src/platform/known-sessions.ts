const mostKnown = 20_000

/**
 * Tokens that opened a session in this process. A school stands behind one address, so people are limited each by
 * their session; but only by one that exists, or whoever invents a new cookie each time would never be limited.
 */
export class KnownSessions {
  readonly #tokens = new Set<string>()

  has(token: string | undefined): token is string {
    return token !== undefined && this.#tokens.has(token)
  }

  note(token: string, opened: boolean): void {
    this.#tokens.delete(token)
    if (!opened) return
    this.#tokens.add(token)
    for (const oldest of this.#tokens) {
      if (this.#tokens.size <= mostKnown) break
      this.#tokens.delete(oldest)
    }
  }
}

import type { Sender } from './message.ts'

const patience = 20_000

/**
 * Texts through a gateway of the district's: `{ id, to, text }` as JSON, and the token it expects. It answers 2xx
 * when it took the text, 4xx when it never will, anything else when it may later (docs/self-hosting.md).
 */
export function openWebhookSender(address: string, token: string | undefined): Sender {
  return async ({ id, to, body }) => {
    try {
      const answer = await fetch(address, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ id, to, text: body }),
        signal: AbortSignal.timeout(patience),
      })
      await answer.body?.cancel()
      if (answer.ok) return { outcome: 'sent' }
      const isForGood =
        answer.status >= 400 && answer.status < 500 && ![401, 403, 408, 429].includes(answer.status)
      return { outcome: isForGood ? 'never' : 'later', code: String(answer.status) }
    } catch (error) {
      return { outcome: 'later', code: error instanceof Error ? error.name : 'unknown' }
    }
  }
}

import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'
export const newHookSecret = (): string => `${prefix}${randomBytes(32).toString('base64')}`

/**
 * The headers of a call, so that its reader knows it is ours, whole and not an old one sent again
 * (Standard Webhooks 1.0: HMAC-SHA256 of id, seconds and body, joined by points). While a secret is replaced there
 * are two, and a signature by each.
 */
export function signedHeaders(secrets: readonly string[], call: { id: string; body: string; at: Date }) {
  const seconds = Math.floor(call.at.getTime() / 1000)
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${call.id}.${seconds}.${call.body}`).digest('base64')}`
  })
  return {
    'content-type': 'application/json',
    'webhook-id': call.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  }
}

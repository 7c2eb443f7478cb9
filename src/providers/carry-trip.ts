import { openSecret, sealSecret } from '../platform/sealed-secret.ts'

/**
 * What a browser carries to a provider and back, sealed in a cookie: only the browser that left may come back, with
 * the answer to its own question, soon, and once.
 */
export type Trip = {
  providerId: string
  state: string
  nonce: string
  verifier: string
  to: string
  until: number
}

const place = 'on the way to a provider'
export const tripSeconds = 600

export const sealTrip = (secret: string, trip: Trip): string =>
  sealSecret(secret, place, JSON.stringify(trip)).toString('base64url')

export function openTrip(secret: string, sealed: string | undefined, now: Date): Trip | undefined {
  const words = openSecret(secret, place, Buffer.from(sealed ?? '', 'base64url'))
  if (words === undefined) return undefined
  const trip = JSON.parse(words) as Trip
  return trip.until > now.getTime() ? trip : undefined
}

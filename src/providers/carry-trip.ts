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

/** What is carried one way opens nothing on the other: on the way out nobody has proved anything. */
type Way = 'to' | 'out at'
const placeOf = (way: Way): string => `on the way ${way} a provider`
export const tripSeconds = 600

export const sealTrip = (secret: string, trip: Trip, way: Way = 'to'): string =>
  sealSecret(secret, placeOf(way), JSON.stringify(trip)).toString('base64url')

export function openTrip(
  secret: string,
  sealed: string | undefined,
  now: Date,
  way: Way = 'to',
): Trip | undefined {
  const words = openSecret(secret, placeOf(way), Buffer.from(sealed ?? '', 'base64url'))
  if (words === undefined) return undefined
  const trip = JSON.parse(words) as Trip
  return trip.until > now.getTime() ? trip : undefined
}

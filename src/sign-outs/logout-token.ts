/** Of their clock and ours. */
export const toleranceMs = 60_000
/** What is older was kept by somebody. It is remembered for as long, so that nothing is taken twice. */
export const freshMs = 5 * 60_000

/** What an OpenID provider says of somebody's leaving. */
export type LogoutToken = {
  iss: string
  aud: string | readonly string[]
  iat: number
  exp: number
  jti: string
  sub?: string | undefined
  sid?: string | undefined
}

/** Of somebody, from the provider, for us, and now. */
export function isOfSomeone(
  { iss, aud, iat, exp, sub, sid }: LogoutToken,
  { issuer, clientId }: { issuer: string; clientId: string },
  now: Date,
): boolean {
  const at = now.getTime()
  return (
    (sub ?? sid) !== undefined &&
    iss === issuer &&
    [aud].flat().includes(clientId) &&
    iat * 1000 > at - freshMs &&
    iat * 1000 < at + toleranceMs &&
    exp * 1000 > at - toleranceMs
  )
}

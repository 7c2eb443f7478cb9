/**
 * A key on somebody's own device, opened there by their finger, face or PIN. It is theirs; who they are is never
 * told to it beyond a number of its own.
 */
export const mostPasskeys = 10
/** How long the browser may take, from the question to its answer. */
export const minutesToAnswer = 5

/** The site a passkey belongs to: the address without the port, as browsers mean it. */
export const siteOf = (origin: string): string => new URL(origin).hostname

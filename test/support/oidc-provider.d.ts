/** As much of it as one test needs; it comes without types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  type Account = { accountId: string; claims: () => Record<string, unknown> & { sub: string } }
  export class Provider {
    constructor(
      issuer: string,
      options: Record<string, unknown> & {
        findAccount: (context: unknown, accountId: string) => Account
      },
    )
    callback(): RequestListener
  }
}

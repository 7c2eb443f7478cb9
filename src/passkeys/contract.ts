import { z } from 'zod'
import { ShownPasskey } from '../people/contract.ts'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'

const Options = z.strictObject({ ticket: z.string(), options: z.looseObject({ challenge: z.string() }) })

export const ListPasskeys = endpoint({
  name: 'ListPasskeys',
  method: 'GET',
  path: '/api/passkeys',
  summary: 'My passkeys.',
  output: z.array(
    z.strictObject({ id: Id, name: z.string(), madeAt: Moment, lastUsedAt: Moment.nullable() }),
  ),
})

export const BeginPasskey = endpoint({
  name: 'BeginPasskey',
  method: 'PUT',
  path: '/api/passkeys/:id/question',
  summary:
    'What my device is asked, to make a passkey. Asks for my password, and for what I have beside it already.',
  params: ById,
  body: z.strictObject({ password: words(1000), code: words(40).optional(), shown: ShownPasskey.optional() }),
  output: Options,
})

export const KeepPasskey = endpoint({
  name: 'KeepPasskey',
  method: 'PUT',
  path: '/api/passkeys/:id',
  summary: 'Keep the passkey my device made; every other session of mine ends.',
  params: ById,
  body: ShownPasskey.extend({ name: words(80) }),
  output: Done,
})

export const EndPasskey = endpoint({
  name: 'EndPasskey',
  method: 'PUT',
  path: '/api/passkeys/:id/ending',
  summary: 'This passkey lets nobody in any more. Asks for my password and a passkey, or digits.',
  params: ById,
  body: z.strictObject({ password: words(1000), code: words(40).optional(), shown: ShownPasskey.optional() }),
  output: Done,
})

export const AskForPasskey = endpoint({
  name: 'AskForPasskey',
  method: 'PUT',
  path: '/api/passkey-questions/:id',
  signedIn: false,
  summary: 'What a device is asked, to show a passkey.',
  params: ById,
  output: Options,
})

export const SignInByPasskey = endpoint({
  name: 'SignInByPasskey',
  method: 'PUT',
  path: '/api/session/passkey',
  signedIn: false,
  summary: 'Sign in with a passkey; the session is kept in a cookie.',
  body: ShownPasskey,
  output: Done,
})

import { z } from 'zod'
import { ById, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { identifiers, providerKinds } from './provider.ts'

const Decided = z.strictObject({
  kind: z.enum(providerKinds),
  name: words(80),
  issuer: words(400),
  clientId: words(400),
  signInAt: words(2000).nullable().default(null),
  certificates: z.array(words(10_000)).max(4).default([]),
  signOutAt: words(2000).nullable().default(null),
  signsRequests: z.boolean().default(false),
  offersSignOut: z.boolean().default(false),
  domains: z.array(words(253)).max(20),
  tenant: words(40).nullable(),
  claim: words(100).nullable(),
  identifier: z.enum(identifiers).nullable(),
})

export const ListWaysIn = endpoint({
  name: 'ListWaysIn',
  method: 'GET',
  path: '/api/ways-in',
  signedIn: false,
  summary: 'Where people of a district may sign in besides here: shown on the sign-in page.',
  output: z.array(
    z.strictObject({ id: Id, name: z.string(), kind: z.enum(providerKinds), district: z.string() }),
  ),
})

export const ListProviders = endpoint({
  name: 'ListProviders',
  method: 'GET',
  path: '/api/providers',
  summary: 'The providers of the district I run the office of, and who came from one and waits to be linked.',
  output: z.strictObject({
    providers: z.array(
      Decided.extend({
        id: Id,
        revisedBy: z.string(),
        revisedAt: Moment,
        linked: z.number().int(),
        /** when the key was made that signs, and the one that is shown beside it until it is switched to */
        keyMadeAt: Moment.nullable(),
        nextKey: z.strictObject({ id: Id, madeAt: Moment }).nullable(),
      }),
    ),
    unmatched: z.array(
      z.strictObject({
        id: Id,
        provider: z.string(),
        saidName: z.string(),
        saidIdentifier: z.string(),
        cameAt: Moment,
      }),
    ),
  }),
})

export const KeepProvider = endpoint({
  name: 'KeepProvider',
  method: 'PUT',
  path: '/api/providers/:id',
  summary:
    'Add a provider to the district I run the office of, or revise it. Without a client secret the one before stays.',
  params: ById,
  body: Decided.extend({ revisionId: Id, clientSecret: words(1000).nullable() }),
  output: Done,
})

export const CloseProvider = endpoint({
  name: 'CloseProvider',
  method: 'PUT',
  path: '/api/providers/:id/closing',
  summary: 'Nobody signs in from there any more. Who is signed in stays so until they leave.',
  params: ById,
  output: Done,
})

export const TryProvider = endpoint({
  name: 'TryProvider',
  method: 'PUT',
  path: '/api/providers/:id/try',
  summary: 'Ask a provider of the district I run the office of who it is and which keys it signs with.',
  params: ById,
  output: z.strictObject({
    problem: z
      .enum([
        'away',
        'another',
        'no_keys',
        'no_secret',
        'bad_certificate',
        'old_certificate',
        'no_key',
        'no_sign_out',
      ])
      .nullable(),
    /** whether what we ask is signed, and whether what came last was encrypted; it is always signed */
    signs: z.boolean(),
    latest: z.strictObject({ at: Moment, encrypted: z.boolean() }).nullable(),
  }),
})

export const FindToLink = endpoint({
  name: 'FindToLink',
  method: 'GET',
  path: '/api/people-to-link',
  summary: 'People of the district I run the office of whose name holds these words: at most twenty.',
  query: z.strictObject({ words: words(100) }),
  output: z.array(z.strictObject({ id: Id, name: z.string(), about: z.string() })),
})

export const LinkIdentity = endpoint({
  name: 'LinkIdentity',
  method: 'PUT',
  path: '/api/unmatched-identities/:id/link',
  summary:
    'Say who somebody from a provider is here. From their next sign-in on they are let in as that person.',
  params: ById,
  body: z.strictObject({ personId: Id }),
  output: Done,
})

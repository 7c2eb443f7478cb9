import { z } from 'zod'
import type { OwnKeys } from '../provider-keys/provider-key.ts'
import { openSaml } from './ask-by-saml.ts'
import { mayBeRead, type Said } from './assertion.ts'
import { openEncrypted } from './open-encrypted.ts'
import type { StandingProvider } from './store.ts'

const text = z.object({ _: z.string().default('') })
const times = { NotBefore: z.string().optional(), NotOnOrAfter: z.string().optional() }
const one = <T extends z.ZodType>(part: T) => z.tuple([part])

const Name = z.object({
  Format: z.string().optional(),
  NameQualifier: z.string().optional(),
  SPNameQualifier: z.string().optional(),
})

/** The signed bytes, as the library read them. Whatever stands twice where it may stand once is refused. */
const Assertion = z.object({
  $: z.object({ ID: z.string() }),
  Issuer: one(text),
  Subject: one(
    z.object({
      NameID: one(z.object({ _: z.string(), $: Name.optional() })),
      SubjectConfirmation: z.array(
        z.object({
          $: z.object({ Method: z.string().optional() }).optional(),
          SubjectConfirmationData: one(
            z.object({
              $: z.object({
                ...times,
                Recipient: z.string().optional(),
                InResponseTo: z.string().optional(),
              }),
            }),
          ),
        }),
      ),
    }),
  ),
  Conditions: one(
    z.object({
      $: z.object(times).optional(),
      AudienceRestriction: z.array(z.object({ Audience: z.array(text) })),
    }),
  ),
  AuthnStatement: z
    .array(z.object({ $: z.object({ SessionIndex: z.string().max(500).optional() }).optional() }))
    .min(1),
})

/**
 * Only what the provider's own key has signed is looked at, and what carries it must be addressed to us. What was
 * encrypted to us is opened first and then read as if it never had been: of the envelope that it came in nothing is kept.
 */
export async function readAssertion(
  provider: StandingProvider,
  keys: OwnKeys | undefined,
  origin: string,
  brought: string,
): Promise<Said> {
  const xml = Buffer.from(brought, 'base64').toString('utf8')
  const opened = await openEncrypted(xml, 'EncryptedAssertion', keys?.opening ?? [])
  const plain = opened === undefined ? xml : `<Response>${opened}</Response>`
  if (!mayBeRead(plain)) throw new Error('not to be read')
  const saml = await openSaml(provider, origin)
  const SAMLResponse = Buffer.from(plain).toString('base64')
  const { profile } = await saml.validatePostResponseAsync({ SAMLResponse })
  return saidIn(
    Assertion.parse(profile?.getAssertion?.()['Assertion']),
    profile?.['attributes'],
    opened !== undefined,
  )
}

function saidIn(read: z.infer<typeof Assertion>, attributes: unknown, encrypted: boolean): Said {
  const [{ NameID, SubjectConfirmation }] = read.Subject
  const { $: name, _: nameId } = NameID[0]
  const [{ $: conditions, AudienceRestriction }] = read.Conditions
  return {
    id: read.$.ID,
    issuer: read.Issuer[0]._.trim(),
    nameId: nameId.trim(),
    format: name?.Format,
    attributes: attributesIn(attributes),
    confirmations: SubjectConfirmation.map(({ $: how, SubjectConfirmationData: [{ $: data }] }) => ({
      method: how?.Method,
      recipient: data.Recipient,
      inResponseTo: data.InResponseTo,
      notOnOrAfter: data.NotOnOrAfter,
      notBefore: data.NotBefore,
    })),
    audiences: AudienceRestriction.map(({ Audience }) => Audience.map(({ _ }) => _.trim())),
    notBefore: conditions?.NotBefore,
    notOnOrAfter: conditions?.NotOnOrAfter,
    session: {
      nameId: nameId.trim(),
      format: name?.Format ?? null,
      qualifier: name?.NameQualifier ?? null,
      qualifierHere: name?.SPNameQualifier ?? null,
      index: read.AuthnStatement.map(({ $ }) => $?.SessionIndex).find((one) => one !== undefined) ?? null,
      encrypted,
    },
  }
}

const attributesIn = (read: unknown): Said['attributes'] =>
  typeof read === 'object' && read !== null ? { ...read } : {}

/** Where the envelope says it is for: it need not say, but it must not say elsewhere. */
export function isSentHere(brought: string, address: string): boolean {
  const xml = Buffer.from(brought, 'base64').toString('utf8')
  const [envelope = ''] = /<(?:[^\s<>/:]+:)?Response[^>]*>/.exec(xml) ?? []
  const [, said, other] = /\sDestination\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(envelope) ?? []
  return (said ?? other ?? address) === address
}

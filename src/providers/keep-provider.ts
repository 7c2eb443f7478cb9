import type { InputOf } from '../platform/contract.ts'
import type { Context } from '../platform/context.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { sealSecret } from '../platform/sealed-secret.ts'
import { asViewer } from '../platform/transaction.ts'
import { noteAct } from '../logbook/store.ts'
import { makeFirstKey } from '../provider-keys/make-key.ts'
import { placeOfSecret } from './ask-provider.ts'
import type { KeepProvider } from './contract.ts'
import { certificateOf, type Decided, faultIn, issuerOf, namesSignOut } from './provider.ts'
import { hasRevision, insertProvider, insertRevision, mayDecideHere, providerCalled } from './store.ts'

type Input = InputOf<typeof KeepProvider>

export async function keepProvider({ ground, asker }: Doorstep, input: Input): Promise<void> {
  if (!asker) throw new Refusal('not_signed_in')
  await asViewer(ground, asker, (context) => reviseProvider(context, input, ground.secret))
}

async function reviseProvider(context: Context, input: Input, serverSecret: string): Promise<void> {
  if (!(await mayDecideHere(context))) throw new Refusal('not_found')
  const { id, revisionId, clientSecret, ...asked } = input
  const domains = asked.domains.map((domain) => domain.trim().toLowerCase())
  const decided = onlyOf({ ...asked, domains, issuer: issuerOf(asked.kind, asked) })
  const fault = faultIn(decided)
  if (fault !== undefined) throw new InvalidInput({ [fault]: 'custom' })
  if (await hasRevision(context, revisionId, id)) return
  const before = await providerCalled(context, id)
  if (!before && !(await insertProvider(context, id))) throw new Refusal('not_found')
  // the secret of one issuer is never sent to another
  const kept = before?.issuer === decided.issuer ? before.sealedSecret : undefined
  const sealedSecret =
    decided.kind === 'saml'
      ? null
      : clientSecret
        ? sealSecret(serverSecret, placeOfSecret(id), clientSecret)
        : kept
  if (!sealedSecret && decided.kind !== 'saml') throw new InvalidInput({ clientSecret: 'custom' })
  const revision = { ...decided, id: revisionId, providerId: id, sealedSecret: sealedSecret ?? null }
  if (!(await insertRevision(context, revision))) throw new Refusal('id_taken')
  if (decided.kind === 'saml') await makeFirstKey(context, serverSecret, id)
  await noteAct(context, { act: 'provider.kept', said: { what: decided.name } })
}

/** What the one kind needs means nothing to the other. */
function onlyOf(asked: Decided): Decided {
  if (asked.kind !== 'saml')
    return {
      ...asked,
      signInAt: null,
      certificates: [],
      signOutAt: null,
      signsRequests: false,
      offersSignOut: asked.offersSignOut && namesSignOut(asked.kind),
    }
  const certificates = asked.certificates.map(certificateOf)
  return {
    ...asked,
    certificates,
    signInAt: asked.signInAt?.trim() ?? null,
    signOutAt: asked.signOutAt?.trim() || null,
    offersSignOut: false,
    clientId: '',
    domains: [],
    tenant: null,
  }
}

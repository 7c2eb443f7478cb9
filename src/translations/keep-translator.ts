import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import type { Doorstep } from '../platform/route.ts'
import { openSecret, sealSecret } from '../platform/sealed-secret.ts'
import { asViewer, type Ground } from '../platform/transaction.ts'
import { noteAct } from '../logbook/store.ts'
import type { TranslationServer } from './ask-translator.ts'
import type { GetTranslator, KeepTranslator, TryTranslator } from './contract.ts'
import { isLanguage } from './translation.ts'
import {
  forgetKeys,
  insertTranslator,
  type KeptTranslator,
  latestTranslator,
  maySetTranslator,
} from './translator-store.ts'

const placeOfKey = (districtId: string) => `translator ${districtId}`

export async function readTranslator(context: Context): Promise<OutputOf<typeof GetTranslator>> {
  if (!(await maySetTranslator(context))) throw new Refusal('not_found')
  const kept = await latestTranslator(context.db)
  const { address = null, languages = [], setBy = null } = kept ?? {}
  return { address, hasKey: !!kept?.sealed, languages, setBy, setAt: kept?.setAt.toISOString() ?? null }
}

export async function keepTranslator(
  { ground, asker }: Doorstep,
  input: InputOf<typeof KeepTranslator>,
): Promise<void> {
  if (!asker) throw new Refusal('not_signed_in')
  await asViewer(ground, asker, async (context) => {
    const { address, key } = await serverMeant(ground, context, input)
    if (!input.languages.every(isLanguage)) throw new InvalidInput({ languages: 'custom' })
    const sealed = key ? sealSecret(ground.secret, placeOfKey(context.viewer.districtId), key) : null
    await insertTranslator(context, { address, sealed, languages: [...new Set(input.languages)] })
    await noteAct(context, { act: 'translator.kept', said: { what: new URL(address).host } })
  })
}

export async function endTranslator(context: Context): Promise<void> {
  if (!(await maySetTranslator(context))) throw new Refusal('not_found')
  await forgetKeys(context)
  if (!(await latestTranslator(context.db))?.address) return
  await insertTranslator(context, undefined)
  await noteAct(context, { act: 'translator.ended' })
}

/** A key that is kept goes to the very address it was kept for, and to no other. */
export async function serverMeant(
  ground: Ground,
  context: Context,
  { address, key }: InputOf<typeof TryTranslator>,
): Promise<TranslationServer> {
  if (!(await maySetTranslator(context))) throw new Refusal('not_found')
  const local = ground.localAddresses ?? false
  const url = URL.parse(address.trim())
  const right = url?.protocol === 'https:' || (local && url?.protocol === 'http:')
  if (!url || !right || url.username !== '' || url.hash !== '' || url.search !== '')
    throw new InvalidInput({ address: 'custom' })
  const kept = await latestTranslator(context.db)
  const same = kept?.address === url.href
  const held = same && key === undefined ? keyOf(ground, context.viewer.districtId, kept) : key
  return { address: url.href, key: held === '' ? undefined : held, local }
}

export function serverOf(
  ground: Ground,
  districtId: string,
  kept: KeptTranslator | undefined,
): TranslationServer | undefined {
  if (!kept || kept.address === null) return undefined
  const local = ground.localAddresses ?? false
  return { address: kept.address, key: keyOf(ground, districtId, kept), local }
}

const keyOf = (ground: Ground, districtId: string, { sealed }: KeptTranslator): string | undefined =>
  sealed ? openSecret(ground.secret, placeOfKey(districtId), sealed) : undefined

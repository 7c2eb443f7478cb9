import { demand } from '../../access/may.ts'
import { findImport, insertImport } from '../../competencies/import-store.ts'
import { readIdentifier, mayKeepFrameworks } from '../../competencies/store.ts'
import type { FrameworkDraft } from '../../competencies/framework.ts'
import type { Context } from '../../platform/context.ts'
import type { InputOf } from '../../platform/contract.ts'
import { fetchOutside } from '../../platform/outside.ts'
import { InvalidInput, Refusal } from '../../platform/refusal.ts'
import type { Doorstep } from '../../platform/route.ts'
import { asViewer } from '../../platform/transaction.ts'
import { type BringFramework, largestFrameworkFile } from './contract.ts'
import { readFrameworkFile } from './framework-file.ts'

type Input = InputOf<typeof BringFramework>

/**
 * Reads a file or an address and keeps what it holds, for someone to look at before it changes anything. An
 * address is fetched between two transactions, so that a slow server elsewhere holds nothing up here.
 */
export async function bringFramework({ ground, asker }: Doorstep, input: Input): Promise<void> {
  if (asker === undefined) throw new Refusal('not_signed_in')
  const inside = <T>(work: (context: Context) => Promise<T>) => asViewer(ground, asker, work)
  const identifier = await inside((context) => whatItIs(context, input))
  const { name, bytes } = await bytesOf(input, ground.localAddresses ?? false)
  const title = 'title' in input && input.title !== '' ? input.title : name.replace(/\.[a-z]+$/i, '')
  const draft = readFrameworkFile({ name, bytes, named: { identifier, title } })
  if ('unreadable' in draft) throw new InvalidInput({ file: draft.unreadable })
  await inside((context) => keep(context, { id: input.id, name, draft }))
}

/** A table says nothing of itself: it is a new edition of the framework named, or else one of its own. */
async function whatItIs(context: Context, input: Input): Promise<string> {
  demand(await mayKeepFrameworks(context))
  if (!('frameworkId' in input) || input.frameworkId === undefined) return input.id
  const identifier = await readIdentifier(context, input.frameworkId)
  if (identifier === undefined) throw new Refusal('not_found')
  return identifier
}

async function bytesOf(input: Input, local: boolean): Promise<{ name: string; bytes: Buffer }> {
  if ('file' in input) return { name: input.name, bytes: Buffer.from(input.file, 'base64') }
  return {
    name: input.address,
    bytes: await fetchOutside(input.address, { bytes: largestFrameworkFile, local }),
  }
}

async function keep(
  context: Context,
  brought: { id: string; name: string; draft: FrameworkDraft },
): Promise<void> {
  demand(await mayKeepFrameworks(context))
  if (await insertImport(context, brought)) return
  const kept = await findImport(context, brought.id)
  if (JSON.stringify(kept?.draft) !== JSON.stringify(brought.draft)) throw new Refusal('id_taken')
}

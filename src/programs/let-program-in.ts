import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import { InvalidInput, Refusal } from '../platform/refusal.ts'
import { hashOfToken } from '../platform/session-token.ts'
import type { LetProgramIn } from './contract.ts'
import { noteAct } from '../logbook/store.ts'
import { newKey } from './issue-key.ts'
import { mayLetInHere, putKey } from './store.ts'

const day = 24 * 3_600_000

/** Makes a key and answers with it, this once. */
export async function letProgramIn(context: Context, input: InputOf<typeof LetProgramIn>): Promise<string> {
  if (!(await mayLetInHere(context))) throw new Refusal('not_found')
  const name = input.name.trim()
  if (name === '') throw new InvalidInput({ name: 'custom' })
  const key = newKey()
  const expiresAt = new Date(context.now.getTime() + input.days * day)
  const kept = { id: input.id, name, reads: [...new Set(input.reads)], hash: hashOfToken(key), expiresAt }
  if (!(await putKey(context, kept))) throw new Refusal('id_taken')
  await noteAct(context, { act: 'program.let-in', said: { what: name } })
  return key
}

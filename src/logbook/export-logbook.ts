import type { Context } from '../platform/context.ts'
import type { InputOf, OutputOf } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { sayIn } from '../platform/words.ts'
import type { ExportLogbook } from './contract.ts'
import { csvOf } from './line.ts'
import { linesToExport } from './store.ts'

/** Whole sentences beside the bare facts, so that a person can read it and a program can sort it. */
export async function exportLogbook(
  context: Context,
  { locale, ...filters }: InputOf<typeof ExportLogbook>,
): Promise<OutputOf<typeof ExportLogbook>> {
  const lines = await linesToExport(context, filters)
  if (!lines) throw new Refusal('not_found')
  const word = (key: string) => sayIn(locale, `logbook.column-${key}`, {})
  const heads = ['at', 'by', 'act', 'on', 'what'].map(word)
  const rows = lines.map(({ at, by, act, on, said }) => [
    at,
    by ?? word('program'),
    act,
    on ?? '',
    sayIn(locale, `logbook.act-${act}`, { ...said, on: on ?? '' }),
  ])
  return {
    name: `logbook-${context.now.toISOString().slice(0, 10)}.csv`,
    text: csvOf([heads, ...rows], locale),
  }
}

import { demand } from '../access/may.ts'
import type { Context } from '../platform/context.ts'
import { mayKeepRosters, readImport, readImports } from './import-store.ts'

export async function listRosterImports(context: Context) {
  demand(await mayKeepRosters(context))
  return readImports(context)
}

export async function showRosterImport(context: Context, id: string) {
  demand(await mayKeepRosters(context))
  return readImport(context, id)
}

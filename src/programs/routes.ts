import type { Context } from '../platform/context.ts'
import { done } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { endHook } from './hook-store.ts'
import { keepHook } from './keep-hook.ts'
import { letProgramIn } from './let-program-in.ts'
import { programRoute } from './read-with-key.ts'
import { readCounts, readEnrollments, readPeople, readSchools } from './reading-store.ts'
import { endKey, mayLetInHere, readPrograms } from './store.ts'
import { tryHook } from './try-hook.ts'

export const programRoutes: Route[] = [
  route(contract.ListPrograms, readPrograms),
  route(contract.LetProgramIn, async (context, input) => ({ key: await letProgramIn(context, input) })),
  route(contract.EndProgramKey, ending(endKey)),
  openRoute(contract.AddHook, async (doorstep, input) => ({ secret: await keepHook(doorstep, input) })),
  route(contract.EndHook, ending(endHook)),
  openRoute(contract.TryHook, async (doorstep, { id }) => ({ trouble: await tryHook(doorstep, id) })),
  programRoute(contract.ReadSchools, readSchools),
  programRoute(contract.ReadPeople, readPeople),
  programRoute(contract.ReadEnrollments, readEnrollments),
  programRoute(contract.ReadCounts, readCounts),
]

function ending(end: (context: Context, id: string) => Promise<boolean>) {
  return async (context: Context, { id }: { id: string }) => {
    if (!(await mayLetInHere(context)) || !(await end(context, id))) throw new Refusal('not_found')
    return done
  }
}

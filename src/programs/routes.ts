import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { endProgramHook, endProgramKey } from './end-program.ts'
import { keepHook } from './keep-hook.ts'
import { letProgramIn } from './let-program-in.ts'
import { programRoute } from './read-with-key.ts'
import { readCounts, readEnrollments, readPeople, readSchools } from './reading-store.ts'
import { renewHookSecret } from './renew-hook-secret.ts'
import { resumeHook } from './resume-hook.ts'
import { readPrograms } from './store.ts'
import { tryHook } from './try-hook.ts'

export const programRoutes: Route[] = [
  route(contract.ListPrograms, readPrograms),
  route(contract.LetProgramIn, async (context, input) => ({ key: await letProgramIn(context, input) })),
  route(contract.EndProgramKey, (context, input) => endProgramKey(context, input.id).then(() => done)),
  openRoute(contract.AddHook, async (doorstep, input) => ({ secret: await keepHook(doorstep, input) })),
  route(contract.EndHook, (context, input) => endProgramHook(context, input.id).then(() => done)),
  openRoute(contract.TryHook, async (doorstep, { id }) => ({ trouble: await tryHook(doorstep, id) })),
  route(contract.ResumeHook, (context, input) => resumeHook(context, input.id).then(() => done)),
  openRoute(contract.RenewHookSecret, async (doorstep, { id }) => ({
    secret: await renewHookSecret(doorstep, id),
  })),
  programRoute(contract.ReadSchools, readSchools),
  programRoute(contract.ReadPeople, readPeople),
  programRoute(contract.ReadEnrollments, readEnrollments),
  programRoute(contract.ReadCounts, readCounts),
]

import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { deleteRehearsal, keepRehearsal } from './keep-rehearsal.ts'
import { readRehearsals } from './store.ts'

export const rehearsalRoutes: Route[] = [
  route(contract.KeepRehearsal, (context, input) => keepRehearsal(context, input).then(() => done)),
  route(contract.ListRehearsals, (context, input) => readRehearsals(context, input.id)),
  route(contract.DeleteRehearsal, (context, input) => deleteRehearsal(context, input.id).then(() => done)),
]

import { noteAct } from '../logbook/store.ts'
import type { Context } from '../platform/context.ts'
import type { Route } from '../platform/route.ts'
import { supportSees } from './support.ts'

/** Lets support reach what it may see, and writes every look of it into the logbook, in the same transaction. */
export function watchLooks(routes: readonly Route[]): Route[] {
  return routes.map((one) => {
    const { endpoint, inside } = one
    if (!supportSees.includes(endpoint.name)) return one
    if (endpoint.method !== 'GET' || inside === undefined) {
      throw new Error(`${endpoint.name} is nothing that support only looks at`)
    }
    const watched = async (context: Context, input: never) => {
      if (context.viewer.supportGrantId) {
        await noteAct(context, { act: 'support.looked', said: { page: endpoint.path } })
      }
      return inside(context, input)
    }
    return { ...one, endpoint: { ...endpoint, forSupport: true }, inside: watched }
  })
}

import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { copyActivity } from './copy-activity.ts'
import { publishItem } from './publish-item.ts'
import { readLibrary, readLibraryItem, readShelved } from './store.ts'
import { withdrawItem } from './withdraw-item.ts'

export const libraryRoutes: Route[] = [
  route(contract.ListLibrary, readLibrary),
  route(contract.GetLibraryItem, (context, input) => readLibraryItem(context, input.id)),
  route(contract.PublishItem, (context, input) => publishItem(context, input).then(() => done)),
  route(contract.WithdrawItem, (context, input) => withdrawItem(context, input).then(() => done)),
  route(contract.ListShelved, (context, input) => readShelved(context, input.id)),
  route(contract.CopyActivity, (context, input) => copyActivity(context, input).then(() => done)),
]

import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { countStorage } from './count-storage.ts'
import { discardErrands } from './discard-errands.ts'
import { readErrands } from './errand-store.ts'
import { listWaiting } from './list-waiting.ts'
import { retryErrands } from './retry-errands.ts'
import type { Room } from './waiting.ts'

/** `room` asks the disk on which files are kept. */
export const officeRoutes = (room: () => Promise<Room>): Route[] => [
  route(contract.ListWaiting, (context) => listWaiting(context, room)),
  route(contract.ListErrands, readErrands),
  route(contract.RetryErrands, retryErrands),
  route(contract.DiscardErrands, discardErrands),
  route(contract.CountStorage, (context) => countStorage(context, room)),
]

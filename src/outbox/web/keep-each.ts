import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import type { Write } from '../entry.ts'
import { isFull, type KeepOptions } from './use-keep.ts'
import { useOutbox } from './use-outbox.tsx'

/** One of many: its writes, and what stands in the sentence it is called by. */
export type Thing = { writes: readonly Write[]; values?: Record<string, string> }

/**
 * Keeps things that each stand for themselves, without waiting for any answer: a stack of photos must not take
 * a pause for each. They travel by themselves; what the server would not take waits on the page of the device.
 */
export function useKeepEach(options: Omit<KeepOptions<unknown>, 'onDone' | 'draft' | 'values'>) {
  const outbox = useOutbox()
  const { say } = useWords()
  const { as, refreshes = [] } = options
  return async ({ writes, values = {} }: Thing): Promise<void> => {
    try {
      await outbox.keep({
        called: { word: as, values },
        writes,
        refreshes: refreshes.map(({ name }) => name),
      })
    } catch (error) {
      if (!isFull(error)) throw error
      throw new ApiRefusal(0, 'device_full', say('outbox.device-full'))
    }
  }
}

import { useMutation } from '@tanstack/react-query'
import type { CallableEndpoint, Sent } from '../../platform/web/client.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import type { SentParts, Write } from '../entry.ts'
import type { Outcome } from './keep-and-send.ts'
import { useOutbox } from './use-outbox.tsx'

export type KeepOptions<S> = {
  /** What it is called in the list of things that wait, e.g. `'feedback.waiting-reply'`. */
  as: WordKey
  /** What stands in the sentence's {places}; kept as it is now, because it is said without a network too. */
  values?: (sent: S) => Record<string, string>
  /** Endpoints whose remembered answers are out of date once it has arrived. */
  refreshes?: readonly CallableEndpoint[]
  /** The key of the autosaved draft that this write makes superfluous: dropped in the step that keeps the write. */
  draft?: string
  /** Called when it is kept: here, or already there. Leave the form then; both are safe. */
  onDone?: (outcome: Outcome, sent: S) => void
}

/**
 * Keeps somebody's work: like `useAct`, for every write that must never be lost. The write is safe on this
 * device before anything travels, so it outlives a closed tab, an empty battery and days without a network; it
 * is sent in order and once. While there is a network the answer is waited for a moment, so that a refusal is
 * said in the form (`error`), as with `useAct`; without one, `onDone` is called at once with `waiting`.
 *
 *     const keep = useKeep(AddReflection, { as: 'reflections.waiting', refreshes: [ListReflections], onDone })
 *     keep.mutate({ params: { id }, body })
 *
 * The endpoint must be a PUT or DELETE by ids made on this device. Files it mentions by id travel before it.
 * For things that mean nothing a day later (a password, a preference), keep to `useAct`.
 */
export function useKeep<E extends CallableEndpoint>(endpoint: E, options: KeepOptions<Sent<E>>) {
  const { onDone, ...rest } = options
  const keepAll = useKeepAll(rest as KeepOptions<unknown>)
  return useMutation<Outcome, Error, Sent<E>>({
    networkMode: 'always',
    mutationFn: (sent) => keepAll([write(endpoint, sent)], { sent }),
    onSuccess: (outcome, sent) => onDone?.(outcome, sent),
  })
}

/** One write of several that belong together: see `useKeepAll`. */
export function write<E extends CallableEndpoint>(endpoint: E, sent: Sent<E>): Write {
  const { name, method, path } = endpoint
  if (method !== 'PUT' && method !== 'DELETE') throw new Error(`${name} cannot be sent twice`)
  return { name, method, path, sent: sent as SentParts }
}

/** Keeps several writes as one thing: an attempt, and what it answers. They travel one after the other. */
export function useKeepAll(options: Omit<KeepOptions<unknown>, 'onDone'>) {
  const outbox = useOutbox()
  const { say } = useWords()
  const { as, values, refreshes = [], draft } = options
  return async (
    writes: readonly Write[],
    more: { sent?: unknown; draft?: string } = {},
  ): Promise<Outcome> => {
    try {
      return await outbox.keepAndSend({
        called: { word: as, values: values?.(more.sent) ?? {} },
        writes,
        refreshes: refreshes.map(({ name }) => name),
        draft: more.draft ?? draft,
      })
    } catch (error) {
      if (!isFull(error)) throw error
      throw new ApiRefusal(0, 'device_full', say('outbox.device-full'))
    }
  }
}

export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}

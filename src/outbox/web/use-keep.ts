import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type CallableEndpoint, call, type Sent } from '../../platform/web/client.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import type { WordKey } from '../../platform/web/words.tsx'

/** `arrived`: the server has it. `waiting`: it is safe on this device and travels when there is a network. */
export type Outcome = 'arrived' | 'waiting'

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
  const queries = useQueryClient()
  return useMutation<Outcome, Error, Sent<E>>({
    mutationFn: async (sent) => {
      await call(endpoint, sent)
      return 'arrived'
    },
    onSuccess: async (outcome, sent) => {
      options.onDone?.(outcome, sent)
      const stale = options.refreshes ?? []
      await Promise.all(stale.map((read) => queries.invalidateQueries({ queryKey: queryKeyOf(read) })))
    },
  })
}

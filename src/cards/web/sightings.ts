/** A look may miss a card that moves; so long unseen, it has really been taken away. */
const goneAfterMs = 2_000

/**
 * Which of what a camera sees is to be told: each once while it stays in sight, however often a look misses it,
 * and the nearest of several. `before` was told already and may still be held up; while `still`, nothing is told
 * and what stays in sight is not forgotten.
 */
export function openSightings(before: string | undefined) {
  const told = new Map<string, number>()
  let opened = false
  return (seen: readonly string[], at: number, still = false): string | undefined => {
    // a camera takes its time to open: what was held up before counts from what it shows first
    if (!opened && before !== undefined) told.set(before, at)
    opened = true
    const isNew = (one: string) => at - (told.get(one) ?? -Infinity) > goneAfterMs
    const next = still ? undefined : seen.find(isNew)
    for (const one of seen) if (one === next || !isNew(one)) told.set(one, at)
    return next
  }
}

import { useSearchParams } from 'wouter'
import type { Comparison } from '../../growth/web/compare-attempts.tsx'
import type { Iteration, Piece } from './read-piece.ts'

export type ChosenAttempt = {
  iteration: Iteration | undefined
  choose: (id: string) => void
  /** Undefined while one attempt is looked at by itself. */
  comparison: Partial<Comparison> | undefined
  compare: (comparison: Partial<Comparison>) => void
  leave: () => void
}

/** Which attempt is looked at, or which two, is part of the address: it can be linked to and gone back to. */
export function useChosenAttempt({ iterations }: Piece): ChosenAttempt {
  const [search, setSearch] = useSearchParams()
  const iteration = numbered(iterations, search.get('attempt')) ?? iterations.at(-1)
  const comparing = search.has('compare') && iterations.length > 1
  return {
    iteration,
    choose: (id) => {
      const chosen = iterations.find((one) => one.id === id)
      if (chosen) setSearch({ attempt: String(chosen.number) }, { replace: true })
    },
    comparison: comparing ? readComparison(search) : undefined,
    compare: (comparison) => setSearch(addressOf(comparison), { replace: comparing }),
    leave: () => setSearch(iteration ? { attempt: String(iteration.number) } : {}),
  }
}

function numbered(iterations: readonly Iteration[], number: string | null): Iteration | undefined {
  return iterations.find((one) => one.number === Number(number))
}

function readComparison(search: URLSearchParams): Partial<Comparison> {
  const number = (name: string) => {
    const value = Number(search.get(name))
    return Number.isInteger(value) && value > 0 ? value : undefined
  }
  const [earlier, later] = [number('from'), number('to')]
  return { ...(earlier && { earlier }), ...(later && { later }), way: search.get('way') }
}

function addressOf({ earlier, later, way }: Partial<Comparison>): Record<string, string> {
  return {
    compare: '',
    ...(earlier && { from: String(earlier) }),
    ...(later && { to: String(later) }),
    ...(way && { way }),
  }
}

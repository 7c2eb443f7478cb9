import { useState } from 'react'

/**
 * A setting that is chosen on the spot: what was just chosen stands at once, until it is refused, because the read
 * comes after the answer. `set.mutate(sent, choose(value))`.
 */
export function useChosen<Value>(known: Value): [Value, (value: Value) => { onError: () => void }] {
  const [chosen, setChosen] = useState<Value>()
  const choose = (value: Value) => {
    setChosen(() => value)
    return { onError: () => setChosen(undefined) }
  }
  return [chosen ?? known, choose]
}

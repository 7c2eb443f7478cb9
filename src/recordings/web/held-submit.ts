import { type RefObject, useEffect, useRef } from 'react'

/**
 * Whoever presses Save while they still speak, or in the moment in which what they said is made into a file, means
 * to save it too: the form waits for it and is then sent by itself. Without this the words would go alone.
 */
export function useHeldSubmit(within: RefObject<HTMLElement | null>, holding: boolean, onHeld: () => void) {
  const held = useRef<HTMLFormElement>(undefined)
  const told = useRef(onHeld)
  useEffect(() => {
    told.current = onHeld
  }, [onHeld])
  useEffect(() => {
    const form = within.current?.closest('form')
    if (!holding) {
      held.current?.requestSubmit()
      held.current = undefined
    }
    if (!holding || !form) return
    const hold = (event: SubmitEvent) => {
      event.preventDefault()
      event.stopPropagation()
      held.current = form
      told.current()
    }
    form.addEventListener('submit', hold, { capture: true })
    return () => form.removeEventListener('submit', hold, { capture: true })
  }, [within, holding])
}

import { useLayoutEffect, useRef } from 'react'

/** What a key does while nobody is typing; `Escape` also works while typing, to leave the box. */
export type Keys = Readonly<Record<string, () => unknown>>

/** Listens to single keys for as long as it is shown; never over a dialog, a player or a box being typed in. */
export function useKeys(keys: Keys) {
  const latest = useRef(keys)
  latest.current = keys
  // what can be seen can be pressed
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const act = latest.current[event.key]
      if (!act || event.defaultPrevented || !isFree(event)) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}

const busyPlaces = 'input, textarea, select, video, audio, [contenteditable], [role="menu"]'

function isFree(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return false
  const place = event.target instanceof Element ? event.target : document.body
  return event.key === 'Escape' ? place.matches('textarea') : !place.closest(busyPlaces)
}

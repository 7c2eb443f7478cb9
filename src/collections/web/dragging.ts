import { type RefObject, useEffect, useRef } from 'react'

/**
 * Dragging is the second way to order work; the buttons are the first, and all that a keyboard or a screen reader
 * needs. It is bound from outside the markup, because a list item is no control.
 */
export function useDragOf<E extends HTMLElement>(id: string): RefObject<E | null> {
  const handle = useRef<E>(null)
  useEffect(() => {
    const element = handle.current
    const begin = (event: DragEvent) => event.dataTransfer?.setData('text/plain', id)
    element?.setAttribute('draggable', 'true')
    element?.addEventListener('dragstart', begin)
    return () => element?.removeEventListener('dragstart', begin)
  }, [id])
  return handle
}

export function useDropHere<E extends HTMLElement>(onDrop: (id: string) => void): RefObject<E | null> {
  const place = useRef<E>(null)
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(() => {
    const element = place.current
    const allow = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      event.stopPropagation()
      const id = event.dataTransfer?.getData('text/plain')
      if (id) latest.current(id)
    }
    element?.addEventListener('dragover', allow)
    element?.addEventListener('drop', drop)
    return () => {
      element?.removeEventListener('dragover', allow)
      element?.removeEventListener('drop', drop)
    }
  }, [])
  return place
}

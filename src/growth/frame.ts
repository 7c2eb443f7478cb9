/** How two pictures of different shapes are laid over each other: whole, in the middle of one common frame. */
export type Size = { width: number; height: number }

export const ratioOf = ({ width, height }: Size): number => width / height

/** The shape between both, so that neither has to shrink much more than the other. */
export function commonRatio(one: Size, other: Size): number {
  return Math.sqrt(ratioOf(one) * ratioOf(other))
}

/** Where a picture lies in a frame, as shares of the frame. */
export type Place = { left: number; top: number; width: number; height: number }

export function placeIn(frameRatio: number, picture: Size): Place {
  const ratio = ratioOf(picture)
  const width = Math.min(1, ratio / frameRatio)
  const height = Math.min(1, frameRatio / ratio)
  return { left: (1 - width) / 2, top: (1 - height) / 2, width, height }
}

/** What of the frame is seen: how near, and which point of it (as shares) is in the middle. */
export type View = { zoom: number; x: number; y: number }

export const wholeView: View = { zoom: 1, x: 0.5, y: 0.5 }
export const nearest = 4

/** Another view, kept so that the frame always fills the window. */
export function lookAt(view: View, change: Partial<View>): View {
  const zoom = Math.min(nearest, Math.max(1, change.zoom ?? view.zoom))
  const edge = 1 / (2 * zoom)
  const within = (at: number) => Math.min(1 - edge, Math.max(edge, at))
  return { zoom, x: within(change.x ?? view.x), y: within(change.y ?? view.y) }
}

/** Moves by shares of what is seen. */
export function panBy(view: View, by: { x: number; y: number }): View {
  return lookAt(view, { x: view.x + by.x / view.zoom, y: view.y + by.y / view.zoom })
}

const steps: Record<string, (at: number) => number> = {
  ArrowLeft: (at) => at - 2,
  ArrowDown: (at) => at - 2,
  ArrowRight: (at) => at + 2,
  ArrowUp: (at) => at + 2,
  PageDown: (at) => at - 10,
  PageUp: (at) => at + 10,
  Home: () => 0,
  End: () => 100,
}

/** Where a key takes the handle, in percent; undefined for keys that are none of its business. */
export function slideBy(key: string, at: number): number | undefined {
  const step = steps[key]
  return step && Math.min(100, Math.max(0, step(at)))
}

const pans: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -0.1, y: 0 },
  ArrowRight: { x: 0.1, y: 0 },
  ArrowUp: { x: 0, y: -0.1 },
  ArrowDown: { x: 0, y: 0.1 },
}

export const panOf = (key: string): { x: number; y: number } | undefined => pans[key]

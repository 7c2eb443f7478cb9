import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

type Params = { readonly [name: string]: string | undefined }

/** A screen gets the named parts of its address as `params`. */
export type ScreenProps = { params: Params }

/** An address and the screen shown there, fetched when somebody first goes to it. */
export type ScreenRoute = { path: string; screen: LazyExoticComponent<ComponentType<ScreenProps>> }

/** `route('/work/:piece', () => import('./piece.tsx'), 'PieceScreen')` */
export function route<Name extends string>(
  path: string,
  load: () => Promise<{ [K in Name]: ComponentType<ScreenProps> }>,
  name: Name,
): ScreenRoute {
  return { path, screen: lazy(async () => ({ default: (await load())[name] })) }
}

import { buildWebIfNeeded } from '../../src/entry/build-web.ts'

/** What is played is what stands in src, not what was built some time ago; built once, before two stories open it. */
export function setup(): Promise<void> {
  return buildWebIfNeeded(() => {})
}

/// <reference lib="webworker" />
import { differenceOf } from '../growth/web/word-difference.ts'
import type { DifferenceTask } from '../growth/web/difference.ts'

declare const self: DedicatedWorkerGlobalScope

self.addEventListener('message', (event) => {
  const { earlier, later, locale } = event.data as DifferenceTask
  self.postMessage(differenceOf(earlier, later, locale))
})

/// <reference lib="webworker" />
import { prepareZXingModule } from 'zxing-wasm/reader'
import reader from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { DeskAnswer, DeskTask } from '../papers/web/paper-desk.ts'
import { workOnPaper } from '../papers/web/paper-work.ts'

declare const self: DedicatedWorkerGlobalScope

// from our own address: the library would otherwise ask a stranger's for it
void prepareZXingModule({ overrides: { locateFile: () => reader }, fireImmediately: true })

/** One after the other: two photos at once would not fit into a tablet's memory. */
let last: Promise<void> = Promise.resolve()

self.addEventListener('message', (event) => {
  const { number, task } = event.data as DeskTask
  last = last.then(async () => answer({ number, ...(await workOn(task)) }))
})

async function workOn(task: DeskTask['task']): Promise<Pick<DeskAnswer, 'answer'>> {
  try {
    return { answer: await workOnPaper(task) }
  } catch {
    return { answer: undefined }
  }
}

function answer(message: DeskAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it goes back to the page that asked
  self.postMessage(message)
}

/// <reference lib="webworker" />
import { prepareZXingModule } from 'zxing-wasm/reader'
import reader from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { workOnPaper } from '../papers/web/paper-work.ts'
import { workAtDesk } from '../scans/web/desk.ts'

declare const self: DedicatedWorkerGlobalScope

// from our own address: the library would otherwise ask a stranger's for it
void prepareZXingModule({ overrides: { locateFile: () => reader }, fireImmediately: true })

workAtDesk(self, workOnPaper)

/** Why a recording ended before it was stopped: the device went away, or the file is as large as it may be. */
export type EarlyEnd = 'lost' | 'full'

export type Recorded = {
  id: string
  blob: Blob
  startedAt: Date
  loudness: readonly number[]
  endedBy?: EarlyEnd | undefined
}

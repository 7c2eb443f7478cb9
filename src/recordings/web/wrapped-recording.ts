import { useEffect, useState } from 'react'
import type { Ends } from '../recording.ts'
import type { CutRecording } from './cut-recording.ts'

export type Wrapped = { made?: CutRecording; failed: boolean }

/** The recording wrapped so that it says how long it is; where that cannot be done it stays as it came. */
export function useWrapped(recording: Blob): Wrapped {
  const [wrapped, setWrapped] = useState<Wrapped>({ failed: false })
  useEffect(() => {
    let wanted = true
    void cutOrNot(recording).then((made) => {
      if (wanted) setWrapped(made ? { made, failed: false } : { failed: true })
    })
    return () => {
      wanted = false
    }
  }, [recording])
  return wrapped
}

/** Undefined when this device cannot, or the tool for it could not be fetched. */
export async function cutOrNot(recording: Blob, ends?: Ends): Promise<CutRecording | undefined> {
  try {
    const { cutRecording } = await import('./cut-recording.ts')
    return await cutRecording(recording, ends)
  } catch {
    return undefined
  }
}

/** An address for what is only in this page, given back when it is no longer shown. */
export function useAddress(blob: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!blob) return undefined
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return blob && address
}

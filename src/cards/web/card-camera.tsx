import { useEffect, useRef, useState } from 'react'
import { patiently } from '../../platform/web/patient-import.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'
import { readCode } from '../card.ts'
import styles from './card-camera.module.css'

/** Between two looks: a child holds a card still for longer. */
const pauseMs = 150

type CardCameraProps = { onCode: (code: string) => void; still: boolean }

/** Looks for a card until it sees one; nothing of what the camera shows is kept or sent anywhere. */
export function CardCamera({ onCode, still }: CardCameraProps) {
  const { say } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [blind, setBlind] = useState(false)
  const latest = useRef({ onCode, still })
  useEffect(() => {
    latest.current = { onCode, still }
  })
  useEffect(() => {
    const place = video.current
    if (!place) return
    const stopping = new AbortController()
    void lookForCards(place, latest, stopping.signal).catch(() => setBlind(!stopping.signal.aborted))
    return () => stopping.abort()
  }, [])
  return (
    <>
      <video
        ref={video}
        className={styles['camera']}
        hidden={blind}
        muted
        playsInline
        aria-label={say('cards.camera')}
      />
      {blind && <Notice kind="note">{say('cards.no-camera')}</Notice>}
    </>
  )
}

type Latest = { readonly current: CardCameraProps }

async function lookForCards(video: HTMLVideoElement, latest: Latest, signal: AbortSignal): Promise<void> {
  const { openCodeReader } = await patiently(() => import('./code-reader.ts'))
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
  })
  const reader = await openCodeReader()
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
    reader.close()
    video.srcObject = null
  }
  signal.addEventListener('abort', stop)
  if (signal.aborted) return stop()
  video.srcObject = stream
  await video.play().catch(() => undefined)
  let last: string | undefined
  while (!signal.aborted) {
    const texts = latest.current.still ? [] : await reader.read(video).catch(() => [])
    const code = texts.flatMap((text) => (text.includes('#') ? (readCode(text) ?? []) : []))[0]
    // a card that stays before the camera is shown once
    if (code !== undefined && code !== last && !signal.aborted) latest.current.onCode(code)
    if (!latest.current.still) last = code
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

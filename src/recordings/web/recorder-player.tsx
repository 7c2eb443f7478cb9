import type { Ref, SyntheticEvent } from 'react'
import type { Ends, RecordingKind } from '../recording.ts'
import styles from './recorder.module.css'

type RecorderPlayerProps = {
  ref?: Ref<HTMLMediaElement & HTMLVideoElement>
  kind: RecordingKind
  source: string
  title: string
  /** Plays only what will be kept. */
  ends?: Ends | undefined
}

/** The browser's own player, kept between the two ends. */
export function RecorderPlayer({ ref, kind, source, title, ends }: RecorderPlayerProps) {
  const within = (event: SyntheticEvent<HTMLMediaElement>) => {
    const player = event.currentTarget
    if (!ends || player.paused) return
    if (player.currentTime < ends.start) player.currentTime = ends.start
    if (player.currentTime < ends.end) return
    player.pause()
    player.currentTime = ends.start
  }
  const wired = {
    src: source,
    controls: true,
    preload: 'metadata' as const,
    'aria-label': title,
    onPlay: within,
    onTimeUpdate: within,
  }
  if (kind === 'video') return <video ref={ref} className={styles['film']} playsInline {...wired} />
  return <audio ref={ref} className={styles['voice']} {...wired} />
}

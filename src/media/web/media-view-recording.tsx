import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { PlayerAudio, PlayerVideo } from '../../ui/player.tsx'
import { type Media, type MediaSize, picturesOf, playableIn, renditionOf } from './media-view-renditions.ts'
import styles from './media-view.module.css'

const SoundWave = lazy(async () => ({
  default: (await import('./sound-wave.tsx')).SoundWave,
}))

type RecordingViewProps = { media: Media; title: string; size: MediaSize; mark?: ReactNode }

/** A recording in the browser's own player, captioned where somebody wrote captions, with its words beneath. */
export function RecordingView({ media, title, size, mark }: RecordingViewProps): ReactNode {
  const { say } = useWords()
  const { transcript } = media
  const box = useRef<HTMLDivElement>(null)
  const peaks = media.kind === 'audio' ? renditionOf(media, 'peaks') : undefined
  const [first, ...more] = playableIn(media, place(size))
  if (!first) return null
  const others = more.map(({ address, type }) => ({ source: address, type }))
  const captions = transcript?.captions
    ? [{ source: transcript.captions, locale: transcript.locale, label: say('media.captions') }]
    : []
  return (
    <div ref={box} className={styles['recording']}>
      {media.kind === 'audio' ? (
        <PlayerAudio source={first.address} title={title} type={first.type} others={others} />
      ) : (
        <PlayerVideo
          source={first.address}
          title={title}
          type={first.type}
          others={others}
          poster={picturesOf(media).at(-1)?.url}
          width={first.width ?? undefined}
          height={first.height ?? undefined}
          captions={captions}
        />
      )}
      {peaks && (
        <Suspense fallback={null}>
          <SoundWave address={peaks.address} within={box} />
        </Suspense>
      )}
      {mark}
      {transcript && <Transcript address={transcript.words} locale={transcript.locale} />}
    </div>
  )
}

/** A small window and a device that saves data are served the smaller copies first. */
const place = (size: MediaSize) => ({
  narrow: size === 'beside' || matchMedia('(max-width: 44rem)').matches,
  sparing: (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true,
})

/** What is said, for those who read it; fetched when somebody wants to. */
export function Transcript({ address, locale }: { address: string; locale: string }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const words = useQuery({
    queryKey: ['words of a recording', address],
    queryFn: ({ signal }) => fetchWords(address, signal),
    enabled: open,
  })
  return (
    <details className={styles['transcript']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('media.transcript')}</summary>
      {words.isError ? <p role="alert">{say('media.transcript-away')}</p> : <p lang={locale}>{words.data}</p>}
    </details>
  )
}

async function fetchWords(address: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.text()
}

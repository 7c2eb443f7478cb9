import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { PlayerAudio, PlayerVideo } from '../../ui/player.tsx'
import { type Media, renditionOf } from './media-view-renditions.ts'
import styles from './media-view.module.css'

/** A recording in the browser's own player, captioned where somebody wrote captions, with its words beneath. */
export function RecordingView({ media, title }: { media: Media; title: string }): ReactNode {
  const { say } = useWords()
  const { transcript } = media
  const full = renditionOf(media, 'full')
  if (!full) return null
  const captions = transcript?.captions
    ? [{ source: transcript.captions, locale: transcript.locale, label: say('media.captions') }]
    : []
  return (
    <div className={styles['recording']}>
      {media.kind === 'audio' ? (
        <PlayerAudio source={full.address} title={title} type={full.type} />
      ) : (
        <PlayerVideo
          source={full.address}
          title={title}
          type={full.type}
          width={full.width ?? undefined}
          height={full.height ?? undefined}
          captions={captions}
        />
      )}
      {transcript && <Transcript address={transcript.words} locale={transcript.locale} />}
    </div>
  )
}

/** What is said, for those who read it; fetched when somebody wants to. */
function Transcript({ address, locale }: { address: string; locale: string }) {
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

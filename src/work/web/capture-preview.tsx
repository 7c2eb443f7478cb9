import { FileText } from 'lucide-react'
import { useState } from 'react'
import { GetMedia } from '../../media/contract.ts'
import { type Media, picturesOf, renditionOf, sayBytes } from '../../media/web/media-view-renditions.ts'
import type { ChosenFile } from '../../media/web/chosen-files.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { FileCard } from '../../ui/file-card.tsx'
import { PlayerAudio, PlayerVideo } from '../../ui/player.tsx'
import type { DraftMedia } from './capture-draft.ts'
import styles from './capture.module.css'

export function isPicture(part: DraftMedia, type: string): boolean {
  return type.startsWith('image/') || part.media?.kind === 'picture' || /\.hei[cf]$/i.test(part.name)
}

/** The file as it looks: from the device while it is there, from the server otherwise. */
export function CapturePreview({ part, file }: { part: DraftMedia; file: ChosenFile | undefined }) {
  return file ? <FromDevice part={part} file={file} /> : <FromServer part={part} />
}

function FromDevice({ part, file }: { part: DraftMedia; file: ChosenFile }) {
  const { locale } = useWords()
  // not every browser shows every kind of picture: an iPhone's own, for one
  const [shown, setShown] = useState(true)
  const { type, preview, name, bytes } = file
  if (type.startsWith('video/')) return <PlayerVideo source={preview} title={name} />
  if (type.startsWith('audio/')) return <PlayerAudio source={preview} title={name} />
  if (!shown || !type.startsWith('image/')) return <FileCard name={name} about={sayBytes(locale, bytes)} />
  return (
    <img className={styles['preview']} src={preview} alt={part.alt || name} onError={() => setShown(false)} />
  )
}

function FromServer({ part }: { part: DraftMedia }) {
  const ready = part.media?.state === 'ready'
  const read = useRead(
    GetMedia,
    { params: { id: part.mediaId } },
    { enabled: !ready, refetchInterval: 4_000 },
  )
  const media = read.data ?? part.media
  const picture = media && picturesOf(media).at(-1)
  if (media && picture) {
    const { url, width, height } = picture
    return (
      <img
        className={styles['preview']}
        src={url}
        width={width}
        height={height}
        alt={part.alt || part.name}
      />
    )
  }
  return <NotPicture name={part.name} media={media} />
}

function NotPicture({ name, media }: { name: string; media: Media | undefined }) {
  const full = media && renditionOf(media, 'full')
  if (full && media?.kind === 'video')
    return <PlayerVideo source={full.address} title={name} type={full.type} />
  if (full && media?.kind === 'audio')
    return <PlayerAudio source={full.address} title={name} type={full.type} />
  return <FileCard name={name} preview={<FileText aria-hidden />} />
}

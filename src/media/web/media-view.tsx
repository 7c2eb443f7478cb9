import type { ReactNode } from 'react'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { FileCard } from '../../ui/file-card.tsx'
import { Notice, ProgressLine } from '../../ui/notice.tsx'
import { Captioned, Picture } from '../../ui/picture.tsx'
import { DocumentView } from './media-view-document.tsx'
import { PictureView } from './media-view-picture.tsx'
import { RecordingView } from './media-view-recording.tsx'
import {
  frameOf,
  type Media,
  type MediaSize,
  picturesOf,
  renditionOf,
  sayBytes,
} from './media-view-renditions.ts'
import styles from './media-view.module.css'

export type MediaViewProps = {
  media: Media
  caption: string
  alt: string
  /** `whole` is the work a page is about; `beside` stands next to another to be compared with. */
  size?: MediaSize
  /** For the one picture the page is about: it is asked for first. */
  first?: boolean
  /** What points at places of it: over a picture or a page, under a recording. */
  mark?: ReactNode
}

export type ShownMedia = Required<Omit<MediaViewProps, 'mark'>> & { mark: ReactNode }

/** A file as people look at it: a picture, a player, a page, or how far it has come. */
export function MediaView({ media, caption, alt, size = 'whole', first = false, mark }: MediaViewProps) {
  if (media.state === 'failed') return <Failed media={media} />
  if (media.state !== 'ready') return <OnItsWay media={media} />
  return (
    <Captioned caption={caption}>
      <Shown media={media} caption={caption} alt={alt} size={size} first={first} mark={mark} />
      <Remarks media={media} />
    </Captioned>
  )
}

function Shown(props: ShownMedia) {
  const { media, caption, alt } = props
  const title = alt || caption || media.name
  if (media.kind === 'picture') return <PictureView {...props} />
  if (media.kind === 'document') return <DocumentView {...props} />
  if (media.kind === 'audio' || media.kind === 'video') {
    return <RecordingView media={media} title={title} size={props.size} mark={props.mark} />
  }
  return <OtherFile media={media} />
}

const remarks = {
  damaged: 'prepared.damaged',
  not_converted: 'prepared.not_converted',
  macros_removed: 'prepared.macros_removed',
  attachments_removed: 'prepared.attachments_removed',
  shortened: 'prepared.shortened',
} as const satisfies Record<Media['remarks'][number], WordKey>

/** What is good to know about it, in a sentence each. */
function Remarks({ media }: { media: Media }) {
  const { say } = useWords()
  return media.remarks.map((remark) => (
    <p key={remark} className={styles['remark']}>
      {say(remarks[remark])}
    </p>
  ))
}

function OtherFile({ media }: { media: Media }) {
  const { locale } = useWords()
  const file = renditionOf(media, 'download')
  return <FileCard name={media.name} about={file ? sayBytes(locale, file.bytes) : ''} href={file?.address} />
}

const steps = {
  arriving: 'piece.media-arriving',
  waiting: 'piece.media-waiting',
  working: 'piece.media-working',
} as const satisfies Record<string, WordKey>

/** It keeps a place of a likely shape, so that the page hardly moves when the file is ready. */
function OnItsWay({ media }: { media: Media }) {
  const { say } = useWords()
  const share = media.state === 'working' && media.progress > 0 ? media.progress / 100 : undefined
  const step = say(steps[media.state as keyof typeof steps])
  const pictures = picturesOf(media)
  return (
    <div className={styles['coming']}>
      {pictures.length > 0 ? (
        <Picture
          renditions={pictures}
          {...frameOf(media)}
          alt=""
          thumbhash={media.placeholder}
          sizes="calc(100vw - 2rem)"
        />
      ) : (
        <span className={styles['ground']} aria-hidden />
      )}
      <ProgressLine label={media.name} share={share} step={step} />
    </div>
  )
}

const failures: Record<string, WordKey> = {
  empty: 'piece.failure-empty',
  truncated: 'piece.failure-truncated',
  too_many_pixels: 'piece.failure-too_many_pixels',
  unreadable: 'piece.failure-unreadable',
  cannot_clean: 'piece.failure-cannot_clean',
  locked: 'piece.failure-locked',
  old_office: 'piece.failure-old_office',
  packed_otherwise: 'piece.failure-packed_otherwise',
  bomb: 'piece.failure-bomb',
  macros: 'piece.failure-macros',
  no_picture: 'piece.failure-no_picture',
  gave_up: 'piece.failure-gave_up',
  took_too_long: 'piece.failure-took_too_long',
}

function Failed({ media }: { media: Media }) {
  const { say } = useWords()
  return (
    <Notice kind="note" title={say('piece.media-failed', { name: media.name })}>
      {say(failures[media.failure ?? ''] ?? 'piece.failure-unreadable')}
    </Notice>
  )
}

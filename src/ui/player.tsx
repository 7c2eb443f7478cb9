import styles from './player.module.css'

type Recording = {
  source: string
  /** What it is called, for those who listen to the page. */
  title: string
  type?: string | undefined
}

/** The browser's own controls: everyone knows them, and they work with every aid. */
export function PlayerAudio({ source, title, type }: Recording) {
  return (
    <audio className={styles['audio']} controls preload="metadata" aria-label={title}>
      <source src={source} type={type} />
    </audio>
  )
}

type Film = Recording & {
  poster?: string | undefined
  width?: number | undefined
  height?: number | undefined
  captions?: readonly { source: string; locale: string; label: string }[]
}

export function PlayerVideo({ source, title, type, poster, width, height, captions = [] }: Film) {
  return (
    <video
      className={styles['video']}
      controls
      playsInline
      preload="metadata"
      aria-label={title}
      poster={poster}
      width={width}
      height={height}
    >
      <source src={source} type={type} />
      {captions.map((track) => (
        <track
          key={track.locale}
          kind="captions"
          src={track.source}
          srcLang={track.locale}
          label={track.label}
        />
      ))}
    </video>
  )
}

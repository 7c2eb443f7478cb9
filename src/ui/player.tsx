import styles from './player.module.css'

type Recording = {
  source: string
  /** The same in other sizes or wrappers, for browsers that cannot play the first. */
  others?: readonly { source: string; type: string }[]
  /** What it is called, for those who listen to the page. */
  title: string
  type?: string | undefined
}

/** The browser's own controls: everyone knows them, and they work with every aid. */
export function PlayerAudio({ source, title, type, others = [] }: Recording) {
  return (
    <audio className={styles['audio']} controls preload="metadata" aria-label={title}>
      <source src={source} type={type} />
      <Others of={others} />
    </audio>
  )
}

type Film = Recording & {
  poster?: string | undefined
  width?: number | undefined
  height?: number | undefined
  captions?: readonly { source: string; locale: string; label: string }[]
}

export function PlayerVideo({
  source,
  title,
  type,
  others = [],
  poster,
  width,
  height,
  captions = [],
}: Film) {
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
      <Others of={others} />
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

function Others({ of }: { of: readonly { source: string; type: string }[] }) {
  return of.map(({ source, type }) => <source key={source} src={source} type={type} />)
}

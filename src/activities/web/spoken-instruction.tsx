import { Square, Volume2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { type Media, renditionOf } from '../../media/web/media-view-renditions.ts'
import { useWords } from '../../platform/web/words.tsx'
import styles from './activity-instructions.module.css'

/** A teacher's voice as one giant button: for those who do not read yet. */
export function SpokenInstruction({ media, small = false }: { media: Media; small?: boolean }) {
  const { say } = useWords()
  const player = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const file = renditionOf(media, 'full')
  if (!file) return null
  const Sign = playing ? Square : Volume2
  const press = () => {
    if (!player.current) return
    if (playing) return player.current.pause()
    player.current.currentTime = 0
    void player.current.play()
  }
  return (
    <>
      <button
        type="button"
        className={styles[small ? 'listen' : 'giant']}
        aria-pressed={playing}
        onClick={press}
      >
        <Sign aria-hidden />
        <span>{say('activities.listen')}</span>
      </button>
      <audio
        ref={player}
        src={file.address}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
    </>
  )
}

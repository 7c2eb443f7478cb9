import { Camera, Palette, Trash2, Video } from 'lucide-react'
import { useState } from 'react'
import { DrawingBoard } from '../../drawings/web/drawing-board.tsx'
import { ChosenFileLine } from '../../media/web/chosen-file-line.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Recorder } from '../../recordings/web/recorder.tsx'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import styles from './made-beside.module.css'
import type { MadeFiles } from './made-files.ts'

type MadeBesideProps = {
  made: MadeFiles
  /** Names where it belongs: what a closed tab left behind is offered there again. */
  place: string
  ways: readonly ('drawing' | 'video' | 'photo')[]
  most: number
}

/** For those who would rather draw it or say it to a camera: small ways, and what was made in them. */
export function MadeBeside({ made, place, ways, most }: MadeBesideProps) {
  const { say } = useWords()
  const [making, setMaking] = useState<'drawing' | 'video'>()
  const close = () => setMaking(undefined)
  if (making === 'drawing') {
    return (
      <DrawingBoard
        place={place}
        onLeave={close}
        onDrawn={(picture, drawing) => {
          close()
          return made.add(picture, drawing)
        }}
      />
    )
  }
  if (making === 'video') {
    return (
      <Recorder
        kind="video"
        place={place}
        onLeave={close}
        onRecorded={(file) => {
          close()
          return made.add(file)
        }}
      />
    )
  }
  return (
    <div className={styles['beside']}>
      {made.files.length < most && (
        <div className={styles['ways']}>
          {ways.includes('photo') && (
            <FileButton
              className={styles['photo']}
              accept="image/*"
              capture="environment"
              onFiles={([photo]) => photo && void made.add(photo).catch(() => undefined)}
            >
              <Camera aria-hidden />
              <span>{say('work.take-photo')}</span>
            </FileButton>
          )}
          {ways.includes('drawing') && (
            <Button icon={Palette} onClick={() => setMaking('drawing')}>
              {say('work.draw')}
            </Button>
          )}
          {ways.includes('video') && (
            <Button icon={Video} onClick={() => setMaking('video')}>
              {say('work.record-video')}
            </Button>
          )}
        </div>
      )}
      {made.files.map((file) => (
        <figure key={file.id} className={styles['made']}>
          {file.type.startsWith('image/') ? (
            <img src={file.preview} alt={file.name} />
          ) : (
            // biome-ignore lint/a11y/useMediaCaption: it was made a moment ago by whoever looks at it
            <video src={file.preview} controls playsInline preload="metadata" aria-label={file.name} />
          )}
          <figcaption>
            <ChosenFileLine file={file} action={null} />
            <Button look="plain" icon={Trash2} onClick={() => made.remove(file.id)}>
              {say('work.remove-made')}
              <span className="unseen">: {file.name}</span>
            </Button>
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

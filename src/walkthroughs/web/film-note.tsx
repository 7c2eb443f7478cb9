import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Recorder } from '../../recordings/web/recorder.tsx'
import { RecorderPlayer } from '../../recordings/web/recorder-player.tsx'
import { useAddress } from '../../recordings/web/wrapped-recording.ts'
import { Button } from '../../ui/button.tsx'

type FilmNoteProps = {
  place: string
  onRecorded: (film: File | undefined) => void | Promise<unknown>
  onSecond: (second: number) => void
  onLeave: () => void
}

/** The learner’s face beside their pages, for those who would rather be seen. */
export function FilmNote({ place, onRecorded, onSecond, onLeave }: FilmNoteProps) {
  const [film, setFilm] = useState<File>()
  const take = (next: File | undefined) => {
    setFilm(next)
    return onRecorded(next)
  }
  if (film) return <FilmMade film={film} onAgain={() => void take(undefined)} />
  return <Recorder kind="video" {...{ place, onSecond, onLeave }} onRecorded={take} />
}

function FilmMade({ film, onAgain }: { film: File; onAgain: () => void }) {
  const { say } = useWords()
  const source = useAddress(film)
  return (
    <>
      {source && <RecorderPlayer kind="video" source={source} title={say('recordings.video-name')} />}
      <div>
        <Button look="plain" icon={RotateCcw} onClick={onAgain}>
          {say('recordings.again')}
        </Button>
      </div>
    </>
  )
}

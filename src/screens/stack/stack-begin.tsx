import { Camera, Images, Undo2, Video } from 'lucide-react'
import { useState } from 'react'
import { sayLargestFile, useLargestFile } from '../../media/web/upload-limit.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Recorder } from '../../recordings/web/recorder.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { FileButton } from '../../ui/file-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './stack.module.css'
import { mostPictures } from './stack-draft.ts'
import type { StackHere } from './use-stack.ts'

type StackBeginProps = { here: StackHere; classId: string; small?: boolean }

/** Where the pictures come from; the same three once there are some, then smaller. */
export function StackBegin({ here, classId, small = false }: StackBeginProps) {
  const { say } = useWords()
  const [recording, setRecording] = useState(false)
  const { addFiles } = here
  const keep = async (file: File) => {
    setRecording(false)
    if (!(await addFiles([file]))) throw new Error('the recording could not be kept')
  }
  if (recording) {
    return (
      <Recorder
        kind="video"
        place={`stack ${classId}`}
        onRecorded={keep}
        onLeave={() => setRecording(false)}
      />
    )
  }
  return (
    <div className={styles['begin']}>
      <Troubles here={here} />
      {!small && here.undo && (
        <div>
          <Button icon={Undo2} onClick={here.undo}>
            {say('stack.undo')}
          </Button>
        </div>
      )}
      <div className={classNames(styles['sources'], small && styles['small'])}>
        <FileButton
          className={classNames(styles['source'], styles['camera'])}
          accept="image/*"
          capture="environment"
          onFiles={(files) => void addFiles(files)}
        >
          <Camera aria-hidden />
          <span>{say('work.take-photo')}</span>
        </FileButton>
        <FileButton
          className={styles['source']}
          multiple
          accept="image/*,video/*,.heic,.heif"
          onFiles={(files) => void addFiles(files)}
        >
          <Images aria-hidden />
          <span>{say(small ? 'stack.add' : 'stack.choose')}</span>
        </FileButton>
        <button type="button" className={styles['source']} onClick={() => setRecording(true)}>
          <Video aria-hidden />
          <span>{say('work.record-video')}</span>
        </button>
      </div>
    </div>
  )
}

function Troubles({ here: { lost, problems } }: { here: StackHere }) {
  const { say, sayList, locale } = useWords()
  const most = useLargestFile()
  return (
    <>
      {lost.length > 0 && (
        <Notice kind="wait" title={say('stack.lost', { count: lost.length })}>
          {sayList(lost)}
        </Notice>
      )}
      {problems.map(({ name, problem }) => (
        <Notice key={name} kind="problem" title={name}>
          {problem === 'empty' && say('media.file-empty')}
          {problem === 'too_many' && say('stack.too-many', { count: mostPictures })}
          {problem !== 'empty' &&
            problem !== 'too_many' &&
            say('media.file-too-large', { size: sayLargestFile(locale, most) })}
        </Notice>
      ))}
    </>
  )
}

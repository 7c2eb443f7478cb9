import { Camera, Images, Undo2, Video } from 'lucide-react'
import { type ChangeEvent, useState } from 'react'
import { sayLargestFile, useLargestFile } from '../../media/web/upload-limit.ts'
import { Recorder } from '../../recordings/web/recorder.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Notice } from '../../ui/notice.tsx'
import { mostPictures } from './stack-draft.ts'
import type { StackHere } from './use-stack.ts'
import styles from './stack.module.css'

type StackBeginProps = { here: StackHere; classId: string; small?: boolean }

/** Where the pictures come from; the same three once there are some, then smaller. */
export function StackBegin({ here, classId, small = false }: StackBeginProps) {
  const { say } = useWords()
  const [recording, setRecording] = useState(false)
  const { addFiles } = here
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    // the same file may be chosen again after it was removed
    event.target.value = ''
    if (files.length > 0) void addFiles(files)
  }
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
        <label className={classNames(styles['source'], styles['camera'])}>
          <Camera aria-hidden />
          <span>{say('work.take-photo')}</span>
          <input type="file" accept="image/*" capture="environment" onChange={take} />
        </label>
        <label className={styles['source']}>
          <Images aria-hidden />
          <span>{say(small ? 'stack.add' : 'stack.choose')}</span>
          <input type="file" multiple accept="image/*,video/*,.heic,.heif" onChange={take} />
        </label>
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

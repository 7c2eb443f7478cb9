import { Camera, FileUp, Link2, type LucideIcon, Mic, Palette, PenLine, Video } from 'lucide-react'
import { sayLargestFile, useLargestFile } from '../../media/web/upload-limit.ts'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import { FileButton } from '../../ui/file-button.tsx'
import { mostParts } from '../piece.ts'
import styles from './capture-choices.module.css'
import type { Making } from './capture-making.tsx'

type CaptureChoicesProps = {
  /** Once there is work in the form the choices step back. */
  small: boolean
  count: number
  onFiles: (files: readonly File[]) => void
  onMake: (what: Making) => void
  onWrite: () => void
  onLink: () => void
}

/** What work can be begun with, large enough to be found by a small finger. */
export function CaptureChoices({ small, count, onFiles, onMake, onWrite, onLink }: CaptureChoicesProps) {
  const { say, locale } = useWords()
  const most = useLargestFile()
  if (count >= mostParts)
    return <p className={styles['limit']}>{say('work.most-parts', { count: mostParts })}</p>
  return (
    <fieldset className={styles['group']}>
      <legend className={small ? styles['legend'] : 'unseen'}>
        {say(small ? 'work.add-more' : 'work.begin-with')}
      </legend>
      <div className={classNames(styles['choices'], small && styles['small'])}>
        <FileButton
          className={classNames(styles['choice'], styles['camera'])}
          accept="image/*"
          capture="environment"
          onFiles={onFiles}
        >
          <Inside icon={Camera} word={say('work.take-photo')} />
        </FileButton>
        <button type="button" className={styles['choice']} onClick={() => onMake('video')}>
          <Inside icon={Video} word={say('work.record-video')} />
        </button>
        <button type="button" className={styles['choice']} onClick={() => onMake('audio')}>
          <Inside icon={Mic} word={say('work.record-voice')} />
        </button>
        <button type="button" className={styles['choice']} onClick={() => onMake('drawing')}>
          <Inside icon={Palette} word={say('work.draw')} />
        </button>
        <button type="button" className={styles['choice']} onClick={onWrite}>
          <Inside icon={PenLine} word={say('work.write')} />
        </button>
        <FileButton className={styles['choice']} multiple onFiles={onFiles}>
          <Inside
            icon={FileUp}
            word={say('work.choose-files')}
            hint={small ? undefined : say('work.choose-files-hint')}
          />
        </FileButton>
        <button type="button" className={styles['choice']} onClick={onLink}>
          <Inside icon={Link2} word={say('work.add-link')} />
        </button>
      </div>
      <p className={styles['limit']}>{say('media.limit', { size: sayLargestFile(locale, most) })}</p>
    </fieldset>
  )
}

function Inside({ icon: Icon, word, hint }: { icon: LucideIcon; word: string; hint?: string | undefined }) {
  return (
    <>
      <Icon aria-hidden />
      <span className={styles['word']}>
        {word}
        {hint && <small>{hint}</small>}
      </span>
    </>
  )
}

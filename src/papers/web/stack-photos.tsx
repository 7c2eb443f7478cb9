import { Camera, Images, type LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import { FileButton } from '../../ui/file-button.tsx'
import { Notice, ProgressLine } from '../../ui/notice.tsx'
import styles from './stack.module.css'
import type { Stack } from './stack.ts'
import { mostScanned } from './stack-scan.ts'
import type { ScanProblems } from './use-scans.ts'
import type { OpenStack } from './use-stack.ts'

type StackPhotosProps = { open: OpenStack; stack: Stack; children?: ReactNode }

/** Where photos come in, one after the other from a camera or many at once. */
export function StackPhotos({ open, stack, children }: StackPhotosProps) {
  const { say, sayList } = useWords()
  const looking = stack.photos.filter(({ looked }) => !looked).length
  return (
    <div className={styles['photos']}>
      <div className={styles['choices']}>
        <Choice
          icon={Camera}
          word={say('papers.take-photo')}
          className={styles['camera']}
          accept="image/*"
          capture="environment"
          onFiles={open.addPhotos}
        />
        <Choice
          icon={Images}
          word={say('papers.choose-photos')}
          hint={say('papers.choose-photos-hint')}
          accept="image/*,application/pdf"
          multiple
          onFiles={open.addPhotos}
        />
      </div>
      {children}
      {stack.scans.map(({ id, name, taken, pages }) => (
        <ProgressLine
          key={id}
          label={say('papers.taking-apart', { name })}
          share={taken / Math.max(pages, 1)}
          step={pages > 0 ? say('papers.taken-apart', { done: taken, of: pages }) : ''}
        />
      ))}
      <div role="status">
        {looking > 0 && !open.stalled && <p>{say('papers.looking', { count: looking })}</p>}
      </div>
      {open.stalled && <Notice kind="problem">{say('papers.stalled')}</Notice>}
      {open.unread.length > 0 && (
        <Notice kind="problem">{say('papers.unread', { names: sayList(open.unread) })}</Notice>
      )}
      <ScanNotices problems={open.scanProblems} />
      {open.lost > 0 && <Notice kind="problem">{say('papers.lost', { count: open.lost })}</Notice>}
    </div>
  )
}

function ScanNotices({ problems: { unread, skipped, long, stalled } }: { problems: ScanProblems }) {
  const { say, sayList } = useWords()
  return (
    <>
      {stalled && <Notice kind="problem">{say('papers.scan-stalled')}</Notice>}
      {unread.length > 0 && (
        <Notice kind="problem">{say('papers.scan-unread', { names: sayList(unread) })}</Notice>
      )}
      {skipped.length > 0 && (
        <Notice kind="problem">{say('papers.scan-skipped', { names: sayList(skipped) })}</Notice>
      )}
      {long.length > 0 && (
        <Notice kind="problem">{say('papers.scan-long', { names: sayList(long), most: mostScanned })}</Notice>
      )}
    </>
  )
}

type ChoiceProps = Omit<ComponentProps<typeof FileButton>, 'children'> & {
  icon: LucideIcon
  word: string
  hint?: string
}

function Choice({ icon: Icon, word, hint, className, ...files }: ChoiceProps) {
  return (
    <FileButton className={classNames(styles['choice'], className)} {...files}>
      <Icon aria-hidden />
      <span className={styles['word']}>
        {word}
        {hint && <small>{hint}</small>}
      </span>
    </FileButton>
  )
}

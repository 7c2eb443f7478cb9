import { CircleCheck, CloudOff, Info, TriangleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useNetworkState } from '../platform/web/network.ts'
import { useWords } from '../platform/web/words.tsx'
import { classNames } from './class-names.ts'
import styles from './notice.module.css'

export type NoticeKind = 'note' | 'success' | 'wait' | 'problem'

const signs = { note: Info, success: CircleCheck, wait: CloudOff, problem: TriangleAlert }

type NoticeProps = { kind: NoticeKind; title?: string; children?: ReactNode; action?: ReactNode }

/** What happened, what it means for the work, and what to do. A problem is announced at once. */
export function Notice({ kind, title, children, action }: NoticeProps) {
  const Sign = signs[kind]
  return (
    <div
      className={classNames(styles['notice'], styles[kind])}
      role={kind === 'problem' ? 'alert' : 'status'}
    >
      <Sign aria-hidden />
      <div className={styles['text']}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className={styles['action']}>{action}</div>}
    </div>
  )
}

export type SavedStep = 'saved' | 'saving' | 'waiting' | 'unsaved'

const savedKeys = {
  saved: 'ui.saved',
  saving: 'ui.saving',
  waiting: 'ui.saved-waiting',
  unsaved: 'ui.saved-not',
} as const

/** Where the thing being made stands, in words, where the eye already is. */
export function SavedState({ step, at }: { step: SavedStep; at?: Date | undefined }) {
  const { say, sayDate } = useWords()
  const known = step === 'saved' && at
  return (
    <output className={classNames(styles['saved'], styles[step === 'saved' ? 'is-saved' : step])}>
      {known ? say('ui.saved-at', { when: sayDate(at, 'moment') }) : say(savedKeys[step])}
    </output>
  )
}

/** A line under the bar whenever the network is away: it says what is shown, or that something waits. */
export function NetworkLine() {
  const network = useNetworkState()
  const { say } = useWords()
  return (
    <div role="status">
      {network !== 'here' && (
        <p className={styles['network']}>
          <CloudOff aria-hidden />
          {say(network === 'kept' ? 'ui.network-kept' : 'ui.network-waiting')}
        </p>
      )}
    </div>
  )
}

type ProgressLineProps = {
  label: string
  /** From 0 to 1; undefined while nobody can know. */
  share?: number | undefined
  /** Said instead of the share: "Turning the photo upright". */
  step?: string | undefined
  action?: ReactNode
}

/** Long work shown for what it is; the page can be left meanwhile. */
export function ProgressLine({ label, share, step, action }: ProgressLineProps) {
  const { say } = useWords()
  const id = useId()
  const said = step ?? (share === undefined ? say('ui.busy') : say('ui.upload-progress', { share }))
  return (
    <div className={styles['progress']}>
      <span id={id} className={styles['name']} title={label}>
        {label}
      </span>
      <span className={styles['share']}>{said}</span>
      <progress aria-labelledby={id} {...(share === undefined ? {} : { value: share })} />
      {action && <div className={styles['action']}>{action}</div>}
    </div>
  )
}

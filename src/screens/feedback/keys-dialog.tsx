import { useState } from 'react'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './feedback.module.css'

/** Letters as keys are in the way of some aids and hands: each person may switch them off on their device. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const kept = useAutosavedDraft<boolean>('single-keys')
  const [changed, setChanged] = useState<boolean>()
  const choose = (on: boolean) => {
    setChanged(on)
    kept.write(on)
  }
  return [changed ?? kept.content ?? true, choose]
}

type KeysDialogProps = {
  open: boolean
  onClose: () => void
  singleKeys: boolean
  onSingleKeys: (on: boolean) => void
}

export function KeysDialog({ open, onClose, singleKeys, onSingleKeys }: KeysDialogProps) {
  const { say } = useWords()
  return (
    <Dialog open={open} title={say('teacher.keys')} onClose={onClose}>
      <dl className={styles['keys']}>
        <OneKey keys={['Ctrl + Enter', '⌘ + Enter']} does={say('teacher.key-give')} />
        <OneKey keys={['→', 'n']} does={say('teacher.key-next')} />
        <OneKey keys={['←', 'p']} does={say('teacher.key-previous')} />
        <OneKey keys={['f', '/']} does={say('teacher.key-box')} />
        <OneKey keys={['v']} does={say('teacher.key-voice')} />
        <OneKey keys={['m']} does={say('teacher.key-point')} />
        <OneKey keys={['Esc']} does={say('teacher.key-leave')} />
        <OneKey keys={['1', '9']} between="–" does={say('teacher.key-phrase')} />
        <OneKey keys={['?']} does={say('teacher.key-keys')} />
      </dl>
      <Checkbox
        label={say('teacher.single-keys')}
        hint={say('teacher.single-keys-hint')}
        checked={singleKeys}
        onChange={(event) => onSingleKeys(event.currentTarget.checked)}
      />
    </Dialog>
  )
}

function OneKey({ keys, does, between }: { keys: readonly string[]; does: string; between?: string }) {
  const { say } = useWords()
  return (
    <div>
      <dt>
        {keys.map((key, at) => (
          <span key={key}>
            {at > 0 && ` ${between ?? say('teacher.or')} `}
            <kbd>{key}</kbd>
          </span>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  )
}

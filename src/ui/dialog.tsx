import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../platform/web/words.tsx'
import { IconButton } from './button.tsx'
import styles from './dialog.module.css'

type DialogProps = {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons at the end, the one to press last. */
  actions?: ReactNode
  /** Cannot be closed while something is on its way. */
  busy?: boolean
}

/** The browser's own dialog: it keeps the focus inside, closes with Escape and gives the focus back. */
export function Dialog({ open, title, onClose, children, actions, busy = false }: DialogProps) {
  const { say } = useWords()
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal()
    if (!open && box.current?.open) box.current.close()
  }, [open])
  return (
    <dialog
      ref={box}
      className={styles['dialog']}
      aria-labelledby={id}
      onCancel={(event) => busy && event.preventDefault()}
      onClose={() => open && onClose()}
    >
      {open && (
        <>
          <header className={styles['head']}>
            <h2 id={id}>{title}</h2>
            <IconButton icon={X} word={say('ui.close')} known disabled={busy} onClick={onClose} />
          </header>
          <div className={styles['body']}>{children}</div>
          {actions && <footer className={styles['actions']}>{actions}</footer>}
        </>
      )}
    </dialog>
  )
}

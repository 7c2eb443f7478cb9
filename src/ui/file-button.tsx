import type { ChangeEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './file-button.module.css'

type FileButtonProps = {
  onFiles: (files: readonly File[]) => void
  accept?: string
  multiple?: boolean
  capture?: 'environment'
  className?: string | undefined
  children: ReactNode
}

/** A button that opens files or the camera. How it looks is said by whoever shows it. */
export function FileButton({ onFiles, className, children, ...what }: FileButtonProps) {
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    // the same file may be chosen again after it was removed
    event.target.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <label className={classNames(styles['whole'], className)}>
      {children}
      <input type="file" {...what} onChange={take} />
    </label>
  )
}

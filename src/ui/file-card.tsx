import { Download, FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../platform/web/words.tsx'
import styles from './file-card.module.css'

type FileCardProps = {
  name: string
  /** "PDF, 12 pages, 2.4 MB" */
  about?: string
  href?: string | undefined
  /** Its first page, if it has one to show. */
  preview?: ReactNode
}

/** A file that cannot be shown in the page: what it is, and the way to have it. */
export function FileCard({ name, about, href, preview }: FileCardProps) {
  const { say } = useWords()
  return (
    <div className={styles['card']}>
      <div className={styles['preview']}>{preview ?? <FileText aria-hidden />}</div>
      <div className={styles['words']}>
        <strong>{name}</strong>
        {about && <span>{about}</span>}
        {href && (
          <a className={styles['download']} href={href} download={name}>
            <Download aria-hidden />
            {say('ui.download')}
            <span className="unseen">: {name}</span>
          </a>
        )}
      </div>
    </div>
  )
}

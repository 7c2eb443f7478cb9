import { type ReactNode, useState } from 'react'
import { Section } from '../../ui/page.tsx'
import { isFolded } from './folding.ts'
import styles from './office.module.css'

type SchoolPartProps = {
  name: string
  /** how many schools stand on the page */
  of: number
  /** what is in it, in a few words, for whoever has not opened it */
  about: string
  children: ReactNode
}

/** What a page says of one school of several. */
export function SchoolPart({ name, of, about, children }: SchoolPartProps) {
  const [open, setOpen] = useState(false)
  if (!isFolded(of)) return <Section title={name}>{children}</Section>
  return (
    <details className={styles['school']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{name}</h2>
        <span>{about}</span>
      </summary>
      {open && <div className={styles['inside']}>{children}</div>}
    </details>
  )
}

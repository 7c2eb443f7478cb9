import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Face, type FaceOf } from '../../ui/faces.tsx'
import { ReadAloud } from './read-aloud.tsx'
import styles from './waiting-line.module.css'

/** What waits for a learner, on their first page. */
export function WaitingLines({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={styles['lines']} aria-label={label}>
      {children}
    </section>
  )
}

type WaitingLineProps = { from?: FaceOf | undefined; sentence: string; words: string; href: string }

/** One thing that waits: who it comes from, a sentence that leads there, and what more is known of it. */
export function WaitingLine({ from, sentence, words, href }: WaitingLineProps) {
  return (
    <div className={styles['line']}>
      {from && <Face person={from} />}
      <div className={styles['said']}>
        <Link className={styles['way']} href={href}>
          {sentence}
        </Link>
        <span className={styles['words']}>{words}</span>
      </div>
      <ReadAloud text={`${sentence}. ${words}`} />
    </div>
  )
}

import { useWords } from '../../platform/web/words.tsx'
import type { PageOf } from '../conference.ts'
import type { ShownChoice } from './prepared.ts'
import styles from './conferences.module.css'

/** For the family, in their language: what helps a child to tell more. */
export function WhatToAsk({ page }: { page: PageOf<ShownChoice> }) {
  const { say } = useWords()
  const about = page.kind === 'choice' ? page.choice.kind : page.kind
  return (
    <section className={styles['ask']} aria-label={say('conferences.what-to-ask')}>
      <h3>{say('conferences.what-to-ask')}</h3>
      <ul>
        <li>{say(`conferences.ask-${about}-1`)}</li>
        <li>{say(`conferences.ask-${about}-2`)}</li>
      </ul>
      <p className={styles['quiet']}>{say('conferences.listen-first')}</p>
    </section>
  )
}

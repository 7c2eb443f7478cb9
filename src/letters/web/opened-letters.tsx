import { MailOpen } from 'lucide-react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { ListLetters } from '../contract.ts'
import styles from './letters.module.css'

/** On the first page, from its day until it is read: a letter has opened. */
export function OpenedLetters() {
  const { data } = useRead(ListLetters, {})
  const unread = data?.filter(({ isOpen, openedAt }) => isOpen && openedAt === null) ?? []
  if (unread.length === 0) return null
  return unread.map((letter) => <Opened key={letter.id} {...letter} />)
}

function Opened({ id, sealedAt }: { id: string; sealedAt: string }) {
  const { say, sayDate } = useWords()
  return (
    <section className={styles['letter']} aria-label={say('letters.home')}>
      <MailOpen aria-hidden />
      <p className={styles['outside']}>
        <strong>{say('letters.home')}</strong>
        <small>{say('letters.home-meaning', { day: sayDate(sealedAt, 'long') })}</small>
      </p>
      <ButtonLink look="quiet" href={`/letters/${id}`}>
        {say('letters.open')}
      </ButtonLink>
    </section>
  )
}

import { Mail, MailOpen, Trash2 } from 'lucide-react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DeleteLetter, ListDeletedLetters, ListLetters } from '../contract.ts'
import styles from './letters.module.css'

type Letter = Answer<typeof ListLetters>[number]

/** Letters from outside: the day each opens, or the way into it. */
export function LetterList({ letters, label }: { letters: readonly Letter[]; label: string }) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {letters.map((letter) => (
        <li key={letter.id} className={styles['letter']}>
          <Envelope letter={letter} />
        </li>
      ))}
    </ul>
  )
}

function Envelope({ letter }: { letter: Letter }) {
  const { say, sayDate } = useWords()
  const { id, isOpen, opensOn, sealedAt } = letter
  const remove = useKeep(DeleteLetter, {
    as: 'letters.waiting-deletion',
    refreshes: [ListLetters, ListDeletedLetters],
  })
  const Sign = isOpen ? MailOpen : Mail
  const sealed = say('letters.letter-from', { day: sayDate(sealedAt, 'long') })
  return (
    <>
      <Sign aria-hidden />
      <p className={styles['outside']}>
        <strong>
          {isOpen ? say('letters.letter') : say('letters.sealed-until', { day: sayDate(opensOn, 'long') })}
        </strong>
        <small>{sealed}</small>
      </p>
      {isOpen && (
        <ButtonLink look="quiet" href={`/letters/${id}`}>
          {say('letters.open')}
          <span className="unseen">: {sealed}</span>
        </ButtonLink>
      )}
      <Button
        look="plain"
        icon={Trash2}
        busy={remove.isPending}
        onClick={() => remove.mutate({ params: { id } })}
      >
        {say(isOpen ? 'letters.delete-open' : 'letters.delete')}
        <span className="unseen">: {sealed}</span>
      </Button>
    </>
  )
}

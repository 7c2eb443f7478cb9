import { Mail } from 'lucide-react'
import { useState } from 'react'
import { ListDeletedLetters, ListLetters, RestoreLetter } from '../../letters/contract.ts'
import { LetterForm } from '../../letters/web/letter-form.tsx'
import { LetterList } from '../../letters/web/letter-list.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { WayBack } from '../learner/way-back.tsx'

/** A learner's letters to who they will be: those that wait, and those whose day has come. */
export function MyLetters() {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useRead(ListLetters, {})
  return (
    <Page
      title={say('letters.letters')}
      width="reading"
      bar={<PersonBar place={<WayBack href="/looking-back">{say('letters.back')}</WayBack>} />}
      action={
        !open && (
          <Button look="primary" icon={Mail} onClick={() => setOpen(true)}>
            {say('letters.write')}
          </Button>
        )
      }
    >
      {open && <LetterForm onDone={() => setOpen(false)} />}
      {!data && !error && <Loading />}
      {!data && error && (
        <Notice
          kind="wait"
          action={<Button onClick={() => void refetch()}>{say('letters.try-again')}</Button>}
        >
          {say('letters.not-reached')}
        </Notice>
      )}
      {data?.length === 0 && !open && (
        <EmptyState title={say('letters.first')}>
          <p>{say('letters.first-meaning')}</p>
        </EmptyState>
      )}
      {(['open', 'sealed'] as const).map((standing) => {
        const title = say(`letters.standing-${standing}`)
        const letters = data?.filter(({ isOpen }) => isOpen === (standing === 'open')) ?? []
        return (
          letters.length > 0 && (
            <Section key={standing} title={title}>
              <LetterList letters={letters} label={title} />
            </Section>
          )
        )
      })}
      <DeletedLately />
    </Page>
  )
}

function DeletedLately() {
  const { say, sayDate } = useWords()
  const { data } = useRead(ListDeletedLetters, {})
  const restore = useAct(RestoreLetter, { refreshes: [ListLetters, ListDeletedLetters] })
  if (!data || data.length === 0) return null
  return (
    <Section title={say('letters.deleted')}>
      {data.map(({ erasedOn, letter }) => (
        <Notice
          key={letter.id}
          kind="wait"
          title={say('letters.deleted-until', { day: sayDate(erasedOn) })}
          action={
            <Button busy={restore.isPending} onClick={() => restore.mutate({ params: { id: letter.id } })}>
              {say('letters.restore')}
            </Button>
          }
        >
          {say('letters.letter-from', { day: sayDate(letter.sealedAt, 'long') })}
        </Notice>
      ))}
    </Section>
  )
}

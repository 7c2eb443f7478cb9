import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ListLetters, ReadLetter } from '../../letters/contract.ts'
import { MediaView } from '../../media/web/media-view.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { queryKeyOf, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal, isNotThere } from '../../platform/web/refusal.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { WayBack } from '../learner/way-back.tsx'
import styles from '../../letters/web/letters.module.css'

/** A letter whose day has come, or a kind word that it has not. */
export function OneLetter({ params }: ScreenProps) {
  const { say, sayDate } = useWords()
  const queries = useQueryClient()
  const { data, error } = useRead(ReadLetter, { params: { id: params['id'] ?? '' } })
  useEffect(() => {
    // home says so only until it was opened
    if (data) void queries.invalidateQueries({ queryKey: queryKeyOf(ListLetters) })
  }, [data, queries])
  if (!data && !error) return <Loading />
  if (isNotThere(error)) return <Nowhere />
  return (
    <Page
      title={say('letters.letter')}
      heading="work"
      width="reading"
      lead={data && say('letters.letter-from', { day: sayDate(data.sealedAt, 'long') })}
      bar={<PersonBar place={<WayBack href="/letters">{say('letters.letters')}</WayBack>} />}
    >
      {!data && (
        <EmptyState title={say('letters.sealed')}>
          <p>{error instanceof ApiRefusal ? error.sentence : say('letters.not-reached')}</p>
        </EmptyState>
      )}
      {data?.media.map((one) => (
        <MediaView key={one.id} media={one} caption="" alt="" />
      ))}
      {data?.body && <p className={styles['body']}>{data.body}</p>}
    </Page>
  )
}

import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { ListLibrary } from '../../library/contract.ts'
import { shelves, longestSearch } from '../../library/item.ts'
import { frameOf, picturesOf } from '../../media/web/media-view-renditions.ts'
import type { Answer } from '../../platform/web/client.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { NotReached } from '../teacher/not-reached.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { useLibrary } from './read-library.ts'
import { useAskedPlace } from './asked-place.ts'
import { CopyWay } from './copy-way.tsx'
import styles from './library.module.css'

type Found = Answer<typeof ListLibrary>['found'][number]
type Shelf = (typeof shelves)[number]

/** Activities to copy: one's own, the school's, the district's. */
export function LibraryScreen({ params }: ScreenProps) {
  const shelf = shelves.find((one) => one === params['shelf'])
  return shelf ? <OpenShelf key={shelf} shelf={shelf} /> : <Nowhere />
}

function OpenShelf({ shelf }: { shelf: Shelf }) {
  const { say } = useWords()
  const [search, setSearch] = useSearchParams()
  const [, goTo] = useLocation()
  const [typed, setTyped] = useState(search.get('words') ?? '')
  const { classId, spaceId, asked, of } = useAskedPlace()
  const find = () => setSearch({ ...asked, ...(typed.trim() && { words: typed.trim() }) })
  return (
    <Page title={say('library.library')} bar={<TeacherBar classId={classId} spaceId={spaceId} />}>
      <Segments
        label={say('library.shelf')}
        quietLabel
        value={shelf}
        choices={shelves.map((value) => ({ value, label: say(`library.${value}`) }))}
        onChange={(value) => goTo(`/library/${value}${of}`, { replace: true })}
      />
      <search>
        <form
          className={styles['search']}
          onSubmit={(event) => {
            event.preventDefault()
            find()
          }}
        >
          <Field
            label={say('library.search')}
            type="search"
            value={typed}
            maxLength={longestSearch}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit">{say('library.find')}</Button>
        </form>
      </search>
      <Shelves shelf={shelf} words={search.get('words') ?? ''} />
    </Page>
  )
}

type ShelvesProps = { shelf: Shelf; words: string }

function Shelves({ shelf, words }: ShelvesProps) {
  const { say } = useWords()
  const { found, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLibrary(shelf, words)
  if (!found && error) return <NotReached error={error} onTryAgain={refetch} />
  if (!found) return <Loading />
  if (found.length === 0) {
    return (
      <EmptyState title={say(words ? 'library.nothing-found' : 'library.empty')}>
        {!words && <p>{say(`library.empty-${shelf}`)}</p>}
      </EmptyState>
    )
  }
  return (
    <>
      <ul className={styles['items']}>
        {found.map((one) => (
          <li key={one.itemId ?? one.activityId}>
            <OneItem found={one} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('library.older')}
          </Button>
        </div>
      )}
    </>
  )
}

function OneItem({ found }: { found: Found }) {
  const { say, sayDate } = useWords()
  const { activityId, itemId, title, excerpt, cover, by, from, at } = found
  const { of } = useAskedPlace()
  const href = itemId ? `/library/items/${itemId}${of}` : `/activities/${activityId}`
  const pictures = cover ? picturesOf(cover) : []
  return (
    <article className={styles['item']}>
      {cover && pictures.length > 0 && (
        <div className={styles['cover']}>
          <Picture
            renditions={pictures}
            {...frameOf(cover)}
            alt=""
            thumbhash={cover.placeholder}
            sizes="9rem"
            cover
          />
        </div>
      )}
      <div className={styles['words']}>
        <h2>
          <Link href={href}>{title || say('activities.untitled')}</Link>
        </h2>
        <p className={styles['about']}>
          {say(itemId ? 'library.by' : 'library.own-from', { name: by.name, from, when: sayDate(at, 'day') })}
        </p>
        {excerpt && <p className={styles['excerpt']}>{excerpt}</p>}
        <CopyWay activityId={activityId} itemId={itemId} title={title} />
      </div>
    </article>
  )
}

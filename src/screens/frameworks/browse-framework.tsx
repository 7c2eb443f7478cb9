import { useSearchParams } from 'wouter'
import { GetFramework } from '../../competencies/contract.ts'
import { TreeView } from '../../competencies/web/tree-view.tsx'
import { notesOf, titleOf } from '../../competencies/web/wording.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { BackWay } from './back-way.tsx'
import { Pending } from '../teacher/pending.tsx'
import { HatBar } from './hat-bar.tsx'

/** One framework to read. What is retired is not shown: nothing new points there. */
export function BrowseFramework({ params }: ScreenProps) {
  const { say, locale } = useWords()
  const [search] = useSearchParams()
  const at = search.get('item') ?? undefined
  const { data, error, refetch } = useRead(GetFramework, { params: { id: params['id'] ?? '' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={titleOf(data, locale)} lead={notesOf(data, locale)} bar={<HatBar />}>
      <BackWay href="/frameworks">{say('competencies.title')}</BackWay>
      {data.more && <Notice kind="note">{say('competencies.more')}</Notice>}
      <TreeView key={at} at={at} items={data.items.filter(({ retiredAt }) => retiredAt === null)} />
      {data.creator && <p lang={data.language || undefined}>{data.creator}</p>}
    </Page>
  )
}

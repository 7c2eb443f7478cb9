import { Layers, Printer } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { ListPapers, PrintPapers } from '../../papers/contract.ts'
import type { Named } from '../../papers/web/printed-sheet.tsx'
import { PrintedSheet } from '../../papers/web/printed-sheet.tsx'
import { PrintedStickers } from '../../papers/web/printed-stickers.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { wayOf, whereOf } from '../teacher/taught-place.ts'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { PrintChoices, type PrintChoice } from './print-choices.tsx'
import styles from './papers.module.css'

export type ClassPapers = Answer<typeof ListPapers>

/** What a teacher prints for a class or a space by hand, and sees before it is printed. */
export function PrintPapersScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListPapers, {
    params: { id: params['spaceId'] ?? params['id'] ?? '' },
  })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('papers.print-title')}
      lead={`${data.space.name}. ${say('papers.print-lead')}`}
      bar={<TeacherBar {...whereOf(data.space)} />}
    >
      {data.learners.length === 0 ? <EmptyState title={say('papers.nobody')} /> : <Printing here={data} />}
    </Page>
  )
}

function Printing({ here }: { here: ClassPapers }) {
  const { say } = useWords()
  const [search] = useSearchParams()
  const asked = here.activities.find(({ id }) => id === search.get('activity'))?.id ?? ''
  const [choice, setChoice] = useState<PrintChoice>({
    activityId: asked,
    kind: 'sheets',
    size: 'letter',
    copies: 6,
    left: [],
  })
  const make = useAct(PrintPapers, { refreshes: [ListPapers] })
  const activityId = choice.activityId || null
  const papers = namedPapers(here, choice)
  // an activity for some has papers for some, and nobody else lacks one
  const lacking =
    activityId !== null && papers.length > 0 ? 0 : here.learners.length - papersFor(here, activityId)
  const chosen = papers.filter(({ learnerId }) => !choice.left.includes(learnerId))
  return (
    <>
      <div className={styles['printing']}>
        <PrintChoices here={here} choice={choice} onChoose={setChoice} papers={papers} />
        <WhyNot error={make.error} />
        <div className={styles['acts']}>
          {lacking > 0 && (
            <Button
              look={papers.length === 0 ? 'primary' : 'quiet'}
              busy={make.isPending}
              onClick={() => make.mutate({ params: { id: here.space.id }, body: { activityId } })}
            >
              {say('papers.make')}
            </Button>
          )}
          {chosen.length > 0 && (
            <Button look="primary" icon={Printer} onClick={() => print()}>
              {say('papers.print')}
            </Button>
          )}
          <ButtonLink look="plain" icon={Layers} href={`${wayOf(here.space)}/stack`}>
            {say('papers.to-stack')}
          </ButtonLink>
        </div>
        {lacking > 0 && <p className={styles['hint']}>{say('papers.make-hint', { count: lacking })}</p>}
        {make.isSuccess && papers.length === 0 && <Notice kind="note">{say('papers.nobody-invited')}</Notice>}
        {chosen.length > 0 && <p className={styles['hint']}>{say('papers.print-note')}</p>}
      </div>
      {chosen.length > 0 && (
        <Section title={say('papers.preview')}>
          <Printed papers={chosen} choice={choice} />
        </Section>
      )}
    </>
  )
}

function Printed({
  papers,
  choice: { kind, size, copies },
}: {
  papers: readonly Named[]
  choice: PrintChoice
}) {
  return (
    <div className={styles['sheets']}>
      {kind === 'stickers' ? (
        <PrintedStickers papers={papers} layout={size} copies={copies} />
      ) : (
        papers.map((paper) => <PrintedSheet key={paper.paperId} paper={paper} layout={size} />)
      )}
    </div>
  )
}

const papersFor = ({ papers }: ClassPapers, activityId: string | null) =>
  papers.filter((paper) => paper.activityId === activityId).length

export type PrintedPaper = Named & { learnerId: string }

function namedPapers(
  { papers, learners, activities }: ClassPapers,
  { activityId }: PrintChoice,
): PrintedPaper[] {
  const activity = activities.find(({ id }) => id === activityId)?.title
  return learners.flatMap(({ id, shortName }) => {
    const paper = papers.find((one) => one.learnerId === id && one.activityId === (activityId || null))
    return paper ? [{ paperId: paper.id, learnerId: id, name: shortName, activity }] : []
  })
}

import { useRead } from '../../platform/web/queries.tsx'
import type { Answer } from '../../platform/web/client.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { figuresOf } from '../../self-assessment/constellation.ts'
import { GetClassEvidence } from '../../self-assessment/contract.ts'
import { useCompetencyWords } from '../../self-assessment/web/competency-words.ts'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './self-assessment.module.css'

type Counted = Answer<typeof GetClassEvidence>['frameworks'][number]
type Item = Counted['items'][number]

/** Which competencies a class has work for, as counts of pieces. It says nothing of anybody in particular. */
export function ClassEvidence({ params }: ScreenProps) {
  const { say } = useWords()
  const id = params['id'] ?? ''
  const { data, error, refetch } = useRead(GetClassEvidence, { params: { id } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('self-assessment.class-evidence', { class: data.name })}
      lead={say('self-assessment.class-evidence-lead')}
      width="reading"
      bar={<TeacherBar classId={id} />}
    >
      {data.frameworks.length === 0 && (
        <EmptyState title={say('self-assessment.no-framework-yet')}>
          <p>{say('self-assessment.no-framework-office')}</p>
        </EmptyState>
      )}
      {data.frameworks.map((framework) => (
        <Counts key={framework.id} framework={framework} />
      ))}
    </Page>
  )
}

function Counts({ framework }: { framework: Counted }) {
  const { say } = useWords()
  const { nameOf, titleOf } = useCompetencyWords()
  const most = Math.max(1, ...framework.items.map(({ pieces }) => pieces))
  return (
    <Section title={titleOf(framework)}>
      <table className={styles['counts']}>
        <thead>
          <tr>
            <th scope="col">{say('self-assessment.competency')}</th>
            <th scope="col">{say('self-assessment.pieces')}</th>
          </tr>
        </thead>
        {figuresOf(framework.items).map(({ hub, stars }) => (
          <tbody key={hub?.id ?? ''}>
            {(hub ? [hub, ...stars] : stars).map((item) => (
              <Row key={item.id} item={item} name={nameOf(item)} isHub={item === hub} most={most} />
            ))}
          </tbody>
        ))}
      </table>
    </Section>
  )
}

function Row({ item, name, isHub, most }: { item: Item; name: string; isHub: boolean; most: number }) {
  const { say } = useWords()
  return (
    <tr data-hub={isHub}>
      <th scope="row">{name}</th>
      <td>
        {item.pieces === 0 ? (
          <span className={styles['none']}>{say('self-assessment.none-yet')}</span>
        ) : (
          <div>
            <span>{item.pieces}</span>
            <i aria-hidden style={{ inlineSize: `${(item.pieces / most) * 100}%` }} />
          </div>
        )}
      </td>
    </tr>
  )
}

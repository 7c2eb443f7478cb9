import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Select } from '../../ui/field.tsx'
import { changePage, type Filing, type StackPage } from './stack.ts'
import { responseOf } from './stack-pieces.ts'
import type { OpenStack } from './use-stack.ts'
import styles from './stack.module.css'

type PageWhoseProps = { page: StackPage; open: OpenStack; filing: Filing }

/** Whose a page is and what it answers, as its code says it or as it is chosen. */
export function PageWhose({ page, open, filing }: PageWhoseProps) {
  const { say } = useWords()
  const learner = filing.learners.find(({ id }) => id === page.learnerId)
  const change = (changes: Partial<StackPage>) =>
    open.change((before) => changePage(before, page.id, changes))
  return (
    <div className={styles['whose']}>
      {learner && (
        <p className={styles['learner']}>
          <Face person={learner} size="small" />
          <strong>{learner.name}</strong>
        </p>
      )}
      <CodeWords page={page} filing={filing} />
      {(filing.learners.length > 1 || !learner) && (
        <Select
          label={say('papers.whose')}
          value={learner?.id ?? ''}
          onChange={({ target }) => change({ learnerId: target.value || undefined })}
        >
          <option value="">{say('papers.choose-whose')}</option>
          {filing.learners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {filing.activities.length > 0 && (
        <Select
          label={say('papers.activity')}
          value={page.activityId ?? ''}
          onChange={({ target }) => change({ activityId: target.value || undefined })}
        >
          <option value="">{say('papers.any-work')}</option>
          {filing.activities.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      )}
      <NextAttempt page={page} filing={filing} onAnew={(anew) => change({ anew })} />
    </div>
  )
}

/** What the code says, where that is not what stands above it. */
export function CodeWords({ page, filing }: Omit<PageWhoseProps, 'open'>) {
  const { say } = useWords()
  const coded = filing.learners.find(({ id }) => id === page.codedFor)
  const isOther = coded && coded.id !== page.learnerId
  const strange = filing.where === undefined ? 'papers.strange-code-own' : 'papers.strange-code'
  if (page.code === 'strange') return <p className={styles['hint']}>{say(strange)}</p>
  if (page.code === 'none') return <p className={styles['hint']}>{say('papers.no-code')}</p>
  return isOther ? <p className={styles['hint']}>{say('papers.other-code', { name: coded.name })}</p> : null
}

type NextAttemptProps = { page: StackPage; filing: Filing; onAnew: (anew: boolean) => void }

/** Where there is a response already, the page is the next attempt at it unless new work is wanted. */
function NextAttempt({ page, filing, onAnew }: NextAttemptProps) {
  const { say } = useWords()
  const response = responseOf(page, filing)
  if (!response) return null
  const { title, iterations } = response
  return (
    <div className={styles['attempt']}>
      <span>
        {page.anew
          ? say('papers.new-work')
          : say('papers.next-attempt', { number: iterations + 1, title: title || say('work.untitled') })}
      </span>
      <Button look="plain" onClick={() => onAnew(!page.anew)}>
        {say(page.anew ? 'papers.as-attempt' : 'papers.as-new')}
      </Button>
    </div>
  )
}

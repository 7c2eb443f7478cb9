import { Archive, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice, ProgressLine } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { useKeepStack } from './keep-stack.ts'
import { PageDialog } from './page-dialog.tsx'
import type { Filing, Stack } from './stack.ts'
import { questionOf } from './stack-pieces.ts'
import { StackCard } from './stack-card.tsx'
import { StackPhotos } from './stack-photos.tsx'
import { useCuts } from './use-cuts.ts'
import { type OpenStack, useStack } from './use-stack.ts'
import styles from './stack.module.css'

/** From photos of paper to pages in portfolios, with everything seen before anything is kept. */
export function StackDesk({ filing, children }: { filing: Filing; children?: ReactNode }) {
  const { say } = useWords()
  const open = useStack(filing)
  const [kept, setKept] = useState(0)
  if (!open.stack) return <Loading />
  return (
    <>
      {kept > 0 && (
        <Notice
          kind="success"
          action={
            filing.where &&
            'classId' in filing.where && (
              <ButtonLink href={`/classes/${filing.where.classId}/filed`}>{say('papers.wrong')}</ButtonLink>
            )
          }
        >
          {say('papers.all-kept', { count: kept })}
        </Notice>
      )}
      <StackPhotos open={open} stack={open.stack}>
        {children}
      </StackPhotos>
      {open.stack.pages.some((page) => !page.kept) && (
        <Review open={open} stack={open.stack} filing={filing} onKept={setKept} />
      )}
    </>
  )
}

type ReviewProps = { open: OpenStack; stack: Stack; filing: Filing; onKept: (count: number) => void }

function Review({ open, stack, filing, onKept }: ReviewProps) {
  const { say } = useWords()
  const [edited, setEdited] = useState<string>()
  const { state, keep } = useKeepStack(open, filing)
  const cuts = useCuts(stack.pages, open)
  const waiting = stack.pages.filter((page) => !page.kept)
  const taken = waiting.filter((page) => !page.left)
  const questions = taken.filter((page) => questionOf(page, filing)).length
  const looking = stack.scans.length > 0 || stack.photos.some(({ looked }) => !looked)
  const page = stack.pages.find(({ id }) => id === edited)
  return (
    <>
      <Section title={say('papers.pages', { count: waiting.length })}>
        <p className={styles['hint']}>{say('papers.nothing-kept-yet')}</p>
        <ol className={styles['grid']}>
          {waiting.map((one) => (
            <li key={one.id}>
              <StackCard
                page={one}
                picture={cuts.get(one.id)}
                {...{ open, stack, filing }}
                onEdit={() => setEdited(one.id)}
              />
            </li>
          ))}
        </ol>
      </Section>
      <div className={styles['keeping']}>
        <About open={open} stack={stack} filing={filing} />
        {state.problem && <Notice kind="problem">{state.problem}</Notice>}
        {taken.some(({ refused }) => refused) && <Notice kind="problem">{say('papers.some-refused')}</Notice>}
        {state.step === 'cutting' && (
          <ProgressLine
            label={say('papers.keep', { count: state.of })}
            share={state.done / Math.max(state.of, 1)}
            step={say('papers.cutting', { done: state.done + 1, of: state.of })}
          />
        )}
        {questions > 0 && <p role="status">{say('papers.questions', { count: questions })}</p>}
        <div className={styles['acts']}>
          <Button
            look="primary"
            icon={Archive}
            busy={state.step !== 'idle'}
            disabled={questions > 0 || looking || taken.length === 0}
            onClick={() => void keep().then(onKept)}
          >
            {say('papers.keep', { count: taken.length })}
          </Button>
          <ThrowAway open={open} />
        </div>
      </div>
      {page && (
        <PageDialog
          key={page.id}
          page={page}
          number={stack.pages.indexOf(page) + 1}
          open={open}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  )
}

/** What holds for the whole stack: what it is called, and who will see it. */
function About({ open, stack, filing }: Omit<ReviewProps, 'onKept'>) {
  const { say } = useWords()
  const { where } = filing
  const isForOthers = where !== undefined
  const named = stack.pages.some((page) => !page.left && !page.kept && page.activityId === undefined)
  return (
    <>
      {named && (
        <Field
          label={say('papers.title-label')}
          hint={say('papers.title-hint')}
          optional
          maxLength={200}
          value={stack.title}
          onChange={({ target }) => open.change((before) => ({ ...before, title: target.value }))}
        />
      )}
      {isForOthers && (
        <Checkbox
          label={say('papers.to-family')}
          hint={say('papers.to-family-hint')}
          checked={stack.toFamily}
          onChange={({ target }) => open.change((before) => ({ ...before, toFamily: target.checked }))}
        />
      )}
      <p className={styles['hint']}>
        {say(
          where === undefined
            ? 'papers.who-sees-own'
            : 'spaceId' in where
              ? 'papers.who-sees-there'
              : 'papers.who-sees',
        )}
      </p>
    </>
  )
}

function ThrowAway({ open }: { open: OpenStack }) {
  const { say } = useWords()
  const [asks, setAsks] = useState(false)
  return (
    <>
      <Button look="plain" icon={Trash2} onClick={() => setAsks(true)}>
        {say('papers.throw-away')}
      </Button>
      <Dialog
        open={asks}
        title={say('papers.throw-away')}
        onClose={() => setAsks(false)}
        actions={
          <Button
            look="danger"
            onClick={() => {
              setAsks(false)
              void open.letGo()
            }}
          >
            {say('papers.throw-away-yes')}
          </Button>
        }
      >
        <p>{say('papers.throw-away-sure')}</p>
      </Dialog>
    </>
  )
}

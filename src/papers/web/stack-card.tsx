import { Crop, EyeOff, Link2, RotateCw, Undo2, Unlink2 } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CodeWords, PageWhose } from './page-whose.tsx'
import {
  changePage,
  type Filing,
  isSomebodyElses,
  joinable,
  joinPage,
  leavePage,
  type Stack,
  type StackPage,
  turnPage,
} from './stack.ts'
import { questionOf } from './stack-pieces.ts'
import type { OpenStack } from './use-stack.ts'
import styles from './stack.module.css'

type StackCardProps = {
  page: StackPage
  /** the page as it would be kept, once it is straightened */
  picture: string | undefined
  open: OpenStack
  stack: Stack
  filing: Filing
  onEdit: () => void
}

/** One page of a stack: how it looks, whose it is, and what can be done about it. */
export function StackCard(props: StackCardProps) {
  const { page, picture, stack, filing, open } = props
  const { say } = useWords()
  const number = numberOf(stack, page.id)
  const isOpen = questionOf(page, filing) !== undefined
  return (
    <article
      className={classNames(styles['card'], page.left && styles['left'], isOpen && styles['asks'])}
      aria-label={say('papers.page-number', { number })}
    >
      <div className={styles['picture']}>
        {picture ? (
          <img src={picture} alt={say('papers.page-alt', { number })} />
        ) : (
          <span role="status">{say('papers.making')}</span>
        )}
      </div>
      <p className={styles['number']}>
        {say('papers.page-number', { number })}
        {page.left && ` · ${say('papers.left-out')}`}
        {page.after && ` · ${say('papers.joined', { number: numberOf(stack, page.after) })}`}
      </p>
      {page.refused && <p className={styles['problem']}>{page.refused}</p>}
      {page.left && <CodeWords page={page} filing={filing} />}
      {!page.left && !page.after && <PageWhose page={page} open={open} filing={filing} />}
      {!page.left && !page.sure && (
        <div className={styles['question']}>
          <p>{say('papers.look-closely')}</p>
          <Button onClick={() => open.change((before) => changePage(before, page.id, { sure: true }))}>
            {say('papers.looks-right')}
          </Button>
        </div>
      )}
      <Acts {...props} />
    </article>
  )
}

const numberOf = (stack: Stack, id: string) => stack.pages.findIndex((page) => page.id === id) + 1

function Acts({ page, open, stack, filing, onEdit }: StackCardProps) {
  const { say } = useWords()
  const { change } = open
  if (isSomebodyElses(page, filing)) return null
  if (page.left) {
    return (
      <div className={styles['tools']}>
        <Button
          look="plain"
          icon={Undo2}
          onClick={() => change((before) => changePage(before, page.id, { left: false }))}
        >
          {say('papers.take-in')}
        </Button>
      </div>
    )
  }
  const head = joinable(stack, page)
  return (
    <div className={styles['tools']}>
      <Button look="plain" icon={Crop} onClick={onEdit}>
        {say('papers.edit')}
      </Button>
      <Button look="plain" icon={RotateCw} onClick={() => change((before) => turnPage(before, page.id))}>
        {say('papers.turn')}
      </Button>
      {head && (
        <Button look="plain" icon={Link2} onClick={() => change((before) => joinPage(before, page, head))}>
          {say('papers.join', { number: numberOf(stack, head.id) })}
        </Button>
      )}
      {page.after && (
        <Button
          look="plain"
          icon={Unlink2}
          onClick={() => change((before) => changePage(before, page.id, { after: undefined }))}
        >
          {say('papers.part')}
        </Button>
      )}
      <Button look="plain" icon={EyeOff} onClick={() => change((before) => leavePage(before, page.id))}>
        {say('papers.leave-out')}
      </Button>
    </div>
  )
}

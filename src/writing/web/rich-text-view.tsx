import { createElement, Fragment, type ReactNode } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import { type Block, type Group, groupBlocks, type RichText, type Span, type Tree } from '../rich-text.ts'
import { isSafeLink } from '../safe-link.ts'
import styles from './rich-text.module.css'

/**
 * Shows a run of words; `from` is where it begins in the plain text, for what points at words. Words of a link
 * hold nothing that can be pressed by itself.
 */
export type SayWords = (words: string, from: number, linked: boolean) => ReactNode

type RichTextViewProps = {
  rich: RichText
  className?: string | undefined
  /** Words may be shown in another way: marked, pinned, compared. */
  sayWords?: SayWords | undefined
}

/**
 * A rich text, drawn block by block from its grammar: there is no HTML in it and none is ever made of it. Its
 * headings stand below those of the page.
 */
export function RichTextView({ rich, className, sayWords = (words) => words }: RichTextViewProps) {
  return (
    <div className={classNames(styles['rich'], className)}>
      {groupBlocks(rich).map((group, place) => (
        <GroupView key={place} group={group} sayWords={sayWords} />
      ))}
    </div>
  )
}

function GroupView({ group, sayWords }: { group: Group; sayWords: SayWords }) {
  if (group.kind !== 'block') return <ListView items={group.items} sayWords={sayWords} />
  return createElement(
    elements[group.block.kind],
    { className: styles[group.block.kind] },
    <Spans block={group.block} from={group.from} sayWords={sayWords} />,
  )
}

const elements = {
  heading: 'h3',
  subheading: 'h4',
  paragraph: 'p',
  quote: 'blockquote',
  bullet: 'p',
  number: 'p',
} as const satisfies Record<Block['kind'], string>

function ListView({ items, sayWords }: { items: readonly Tree[]; sayWords: SayWords }) {
  const numbered = items[0]?.item.kind === 'number'
  return createElement(
    numbered ? 'ol' : 'ul',
    null,
    items.map(({ item, from, under }) => (
      <li key={from}>
        <Spans block={item} from={from} sayWords={sayWords} />
        {under.length > 0 && <ListView items={under} sayWords={sayWords} />}
      </li>
    )),
  )
}

function Spans({ block, from, sayWords }: { block: Block; from: number; sayWords: SayWords }) {
  let at = from
  return block.spans.map((span) => {
    const place = at
    at += span.text.length
    return <SpanView key={place} span={span} from={place} sayWords={sayWords} />
  })
}

function SpanView({ span, from, sayWords }: { span: Span; from: number; sayWords: SayWords }) {
  const { say } = useWords()
  let shown = <Fragment>{sayWords(span.text, from, Boolean(span.link))}</Fragment>
  if (span.italic) shown = <em>{shown}</em>
  if (span.bold) shown = <strong>{shown}</strong>
  if (!span.link || !isSafeLink(span.link)) return shown
  return (
    <a href={span.link} target="_blank" rel="noopener noreferrer nofollow">
      {shown}
      <span className="unseen"> {say('writing.new-window')}</span>
    </a>
  )
}

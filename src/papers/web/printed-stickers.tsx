import { useWords } from '../../platform/web/words.tsx'
import { codeOf, type Layout } from '../paper.ts'
import { PrintedCode } from './printed-code.tsx'
import { linesOf, type Named } from './printed-sheet.tsx'
import styles from './printed.module.css'

/** Sheets of labels as they are sold: how many across and down, and how large each is, in millimetres. */
const labels = {
  a4: {
    width: 210,
    height: 297,
    across: 3,
    down: 8,
    label: { width: 70, height: 37.1 },
    left: 0,
    top: 0.1,
    step: 70,
  },
  letter: {
    width: 215.9,
    height: 279.4,
    across: 3,
    down: 10,
    label: { width: 66.7, height: 25.4 },
    left: 4.8,
    top: 12.7,
    step: 69.8,
  },
} as const

export type Stickers = Exclude<Layout, 'sticker'>

type PrintedStickersProps = { papers: readonly Named[]; layout: Stickers; copies: number }

export function PrintedStickers({ papers, layout, copies }: PrintedStickersProps) {
  const { across, down } = labels[layout]
  const all = papers.flatMap((paper) => Array.from({ length: copies }, () => paper))
  const pages = Array.from({ length: Math.ceil(all.length / (across * down)) }, (_, page) =>
    all.slice(page * across * down, (page + 1) * across * down),
  )
  return pages.map((page, number) => (
    // the pages have nothing else to be told apart by
    <StickerPage key={number} papers={page} layout={layout} />
  ))
}

function StickerPage({ papers, layout }: { papers: readonly Named[]; layout: Stickers }) {
  const { say } = useWords()
  const { width, height, across, label, left, top, step } = labels[layout]
  return (
    <svg
      className={styles['sheet']}
      data-layout={layout}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say('papers.stickers-of')}
    >
      <rect width={width} height={height} fill="#fff" />
      {papers.map((paper, place) => (
        <g
          // a learner's stickers are all the same
          key={place}
          transform={`translate(${left + (place % across) * step} ${top + Math.floor(place / across) * label.height})`}
        >
          <Sticker paper={paper} height={label.height} />
        </g>
      ))}
    </svg>
  )
}

function Sticker({ paper, height }: { paper: Named; height: number }) {
  const size = Math.min(25, height - 5.4)
  const top = (height - size) / 2
  const text = codeOf(location.origin, { paperId: paper.paperId, layout: 'sticker' })
  return (
    <>
      <PrintedCode text={text} at={{ x: 5, y: top }} size={size} />
      <text className={styles['name']} x={size + 9} y={top + 6} fontSize={4.6}>
        {paper.name}
      </text>
      {linesOf(paper.activity ?? '', 18, 3).map((line, place) => (
        <text key={line} className={styles['words']} x={size + 9} y={top + 11 + place * 3.8} fontSize={3.1}>
          {line}
        </text>
      ))}
    </>
  )
}

import { useWords } from '../../platform/web/words.tsx'
import { codeOf, type Layout } from '../paper.ts'
import { ring, type Sheet, sheetOf } from '../sheet.ts'
import { PrintedCode } from './printed-code.tsx'
import styles from './printed.module.css'

export type Named = { paperId: string; name: string; activity: string | undefined }

type PrintedSheetProps = { paper: Named; layout: Exclude<Layout, 'sticker'> }

/** A sheet in millimetres: whose it is, what it is for, its code, and rings in its corners. */
export function PrintedSheet({ paper, layout }: PrintedSheetProps) {
  const { say } = useWords()
  const sheet = sheetOf(layout)
  const { width, height, code, marks } = sheet
  return (
    <svg
      className={styles['sheet']}
      data-layout={layout}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say('papers.sheet-of', { name: paper.name })}
    >
      <rect width={width} height={height} fill="#fff" />
      {marks.map((mark) => (
        <g key={`${mark.x} ${mark.y}`} transform={`translate(${mark.x} ${mark.y})`}>
          <circle r={(ring.outer - ring.line) / 2} fill="none" stroke="#000" strokeWidth={ring.line} />
          <circle r={ring.dot / 2} fill="#000" />
        </g>
      ))}
      <PrintedCode
        text={codeOf(location.origin, { paperId: paper.paperId, layout })}
        at={code}
        size={code.size}
      />
      <text className={styles['name']} x={22} y={22} fontSize={9}>
        {paper.name}
      </text>
      {linesOf(paper.activity ?? '', 42, 2).map((line, place) => (
        <text key={line} className={styles['words']} x={22} y={31 + place * 6} fontSize={5}>
          {line}
        </text>
      ))}
      <Room sheet={sheet} words={say('papers.on-paper')} />
    </svg>
  )
}

/** Where the work goes. */
function Room({ sheet: { width, height }, words }: { sheet: Sheet; words: string }) {
  return (
    <>
      <line x1={22} x2={width - 22} y1={45} y2={45} stroke="#999" strokeWidth={0.3} />
      <text
        className={styles['words']}
        x={width / 2}
        y={height - 9.5}
        fontSize={3.6}
        textAnchor="middle"
        fill="#555"
      >
        {words}
      </text>
    </>
  )
}

/** Words in lines of about so many letters; what is too long for them ends in an ellipsis. */
export function linesOf(text: string, most: number, count: number): string[] {
  const lines = text.split(/\s+/).reduce<string[]>((before, word) => {
    const last = before.at(-1)
    const fits = last !== undefined && `${last} ${word}`.length <= most
    return fits ? [...before.slice(0, -1), `${last} ${word}`] : [...before, word.slice(0, most)]
  }, [])
  const shown = lines.filter(Boolean).slice(0, count)
  if (lines.filter(Boolean).length <= count) return shown
  return [...shown.slice(0, -1), `${(shown.at(-1) ?? '').slice(0, most - 1)}…`]
}

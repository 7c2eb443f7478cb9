import { PrintedCode } from '../../papers/web/printed-code.tsx'
import printed from '../../papers/web/printed.module.css'
import { useWords } from '../../platform/web/words.tsx'
import { addressOfCode, spelled } from '../card.ts'
import styles from './printed-cards.module.css'

export type CardToPrint = { id: string; name: string; code: string }

/** As large as a bank card, two across and five down: they go through a laminator and onto a string. */
const [width, height] = [85.6, 53]
const pages = { letter: { width: 215.9, height: 279.4 }, a4: { width: 210, height: 297 } } as const
export type PageSize = keyof typeof pages
const [across, down] = [2, 5]

type PrintedCardsProps = { cards: readonly CardToPrint[]; className: string; size: PageSize }

/** The picture is on none of them: whoever finds a card lacks it. */
export function PrintedCards({ cards, className, size }: PrintedCardsProps) {
  const { say } = useWords()
  const page = pages[size]
  const [left, top] = [(page.width - across * width) / 2, (page.height - down * height) / 2]
  const sheets = Array.from({ length: Math.ceil(cards.length / (across * down)) }, (_, number) =>
    cards.slice(number * across * down, (number + 1) * across * down),
  )
  return sheets.map((sheet) => (
    <svg
      key={sheet[0]?.id}
      className={printed['sheet']}
      data-layout={size}
      viewBox={`0 0 ${page.width} ${page.height}`}
      role="img"
      aria-label={say('cards.sheet-of', { count: sheet.length })}
    >
      <rect width={page.width} height={page.height} fill="#fff" />
      {sheet.map((card, place) => (
        <g
          key={card.id}
          transform={`translate(${left + (place % across) * width} ${top + Math.floor(place / across) * height})`}
        >
          <OneCard card={card} className={className} />
        </g>
      ))}
    </svg>
  ))
}

function OneCard({ card, className }: { card: CardToPrint; className: string }) {
  const { say } = useWords()
  return (
    <>
      <rect width={width} height={height} fill="none" stroke="#999" strokeWidth={0.2} strokeDasharray="2 2" />
      <PrintedCode text={addressOfCode(location.origin, card.code)} at={{ x: 6, y: 8 }} size={34} />
      <text className={printed['name']} x={45} y={18} fontSize={card.name.length > 11 ? 5.4 : 7}>
        {card.name}
      </text>
      <text className={`${printed['words']} ${styles['grey']}`} x={45} y={25} fontSize={3.4}>
        {className.slice(0, 24)}
      </text>
      <text className={styles['code']} x={45} y={35} fontSize={5}>
        {spelled(card.code)}
      </text>
      <text className={`${printed['words']} ${styles['grey']}`} x={45} y={41} fontSize={3}>
        {say('ui.app-name')}
      </text>
    </>
  )
}

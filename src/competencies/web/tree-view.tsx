import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { allAbove, type Branch, growTree } from './framework-tree.ts'
import { type Item, wordsOf } from './wording.ts'
import styles from './frameworks.module.css'

type TreeViewProps = {
  items: readonly Item[]
  /** the item one came for: the tree is open down to it */
  at?: string | undefined
}

/** So many are shown open from the start. */
const fewItems = 60

/** A framework to read: what has something below it opens, and is drawn only then. */
export function TreeView({ items, at }: TreeViewProps) {
  const tree = growTree(items)
  const above = at === undefined ? new Set<string>() : allAbove(items, at)
  const isOpen = (id: string) => items.length <= fewItems || above.has(id)
  return <Branches branches={tree} isOpen={isOpen} at={at} top />
}

type BranchesProps = {
  branches: readonly Branch<Item>[]
  isOpen: (id: string) => boolean
  at: string | undefined
  top?: boolean
}

function Branches({ branches, isOpen, at, top = false }: BranchesProps) {
  return (
    <ul className={top ? styles['tree'] : styles['below']}>
      {branches.map((branch) => (
        <li key={branch.item.id} aria-current={branch.item.id === at && !branch.again ? 'true' : undefined}>
          {branch.children.length > 0 ? (
            <Opening branch={branch} isOpen={isOpen} at={at} />
          ) : (
            <ItemWords item={branch.item} again={branch.again} found={branch.item.id === at} />
          )}
        </li>
      ))}
    </ul>
  )
}

type OpeningProps = Omit<BranchesProps, 'branches' | 'top'> & { branch: Branch<Item> }

function Opening({ branch, isOpen, at }: OpeningProps) {
  const [shown, setShown] = useState(isOpen(branch.item.id))
  return (
    <details open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <ItemWords item={branch.item} found={branch.item.id === at} />
      </summary>
      {shown && <Branches branches={branch.children} isOpen={isOpen} at={at} />}
    </details>
  )
}

type ItemWordsProps = { item: Item; again?: boolean; found?: boolean }

export function ItemWords({ item, again = false, found = false }: ItemWordsProps) {
  const { say, locale } = useWords()
  const { statement, notes, lang } = wordsOf(item, locale)
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (found) place.current?.scrollIntoView({ block: 'center' })
  }, [found])
  return (
    <span
      ref={place}
      className={styles['item']}
      data-retired={item.retiredAt !== null}
      data-found={found}
      lang={lang}
    >
      <span className={styles['statement']}>
        {item.code && <span className={styles['code']}>{item.code} </span>}
        {statement}
      </span>
      {notes && notes !== statement && <small>{notes}</small>}
      {item.retiredAt && <small>{say('competencies.retired')}</small>}
      {again && <small>{say('competencies.again')}</small>}
    </span>
  )
}

import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { type Branch, growTree } from './framework-tree.ts'
import { type Item, wordsOf } from './wording.ts'
import styles from './frameworks.module.css'

/** A framework to read: what has something below it opens, and is drawn only then. */
export function TreeView({ items }: { items: readonly Item[] }) {
  const tree = growTree(items)
  return <Branches branches={tree} open={items.length <= 60} top />
}

type BranchesProps = { branches: readonly Branch<Item>[]; open: boolean; top?: boolean }

function Branches({ branches, open, top = false }: BranchesProps) {
  return (
    <ul className={top ? styles['tree'] : styles['below']}>
      {branches.map((branch) => (
        <li key={branch.item.id}>
          {branch.children.length > 0 ? (
            <Opening branch={branch} open={open} />
          ) : (
            <ItemWords item={branch.item} again={branch.again} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Opening({ branch, open }: { branch: Branch<Item>; open: boolean }) {
  const [shown, setShown] = useState(open)
  return (
    <details open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <ItemWords item={branch.item} />
      </summary>
      {shown && <Branches branches={branch.children} open={open} />}
    </details>
  )
}

export function ItemWords({ item, again = false }: { item: Item; again?: boolean }) {
  const { say, locale } = useWords()
  const { statement, notes, lang } = wordsOf(item, locale)
  return (
    <span className={styles['item']} data-retired={item.retiredAt !== null} lang={lang}>
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

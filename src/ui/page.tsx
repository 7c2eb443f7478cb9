import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Link } from 'wouter'
import { useWords } from '../platform/web/words.tsx'
import { classNames } from './class-names.ts'
import { CairnMark } from './mark.tsx'
import { NetworkLine } from './notice.tsx'
import styles from './page.module.css'

type PageProps = {
  /** What the page is, for the window, and for those who listen. */
  title: string
  /** `work` for the name of a work, in its own face; `unseen` where the work itself is the heading. */
  heading?: 'shown' | 'work' | 'unseen'
  /** A line under the heading. */
  lead?: ReactNode
  bar?: ReactNode
  /** The one obvious next thing: lower right on a phone, beside the heading on a desk. */
  action?: ReactNode
  /** `reading` keeps lines short; `wide` is for walls of work. */
  width?: 'reading' | 'wide'
  children: ReactNode
}

/** Every screen's outside: way past the bar, the bar, what the network is doing, the one main part. */
export function Page(props: PageProps) {
  const { title, heading = 'shown', lead, bar, action, width = 'wide', children } = props
  const { say } = useWords()
  const main = useRef<HTMLElement>(null)
  const id = useId()
  useTitle(title)
  return (
    <div className={classNames(styles['page'], action ? styles['acts'] : '')}>
      <a
        className={classNames('unseen', styles['skip'])}
        href={`#${id}`}
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {say('ui.skip')}
      </a>
      {bar}
      <NetworkLine />
      <main ref={main} id={id} tabIndex={-1} className={classNames(styles['main'], styles[width])}>
        <div className={styles['head']}>
          <div className={heading === 'unseen' ? 'unseen' : styles['heading']}>
            <h1 className={heading === 'work' ? styles['name'] : undefined}>{title}</h1>
            {lead && <div className={styles['lead']}>{lead}</div>}
          </div>
          {action && <div className={styles['action']}>{action}</div>}
        </div>
        {children}
      </main>
    </div>
  )
}

type TopBarProps = {
  home?: string
  /** Where one is: the school, the class, or the way back. */
  place?: ReactNode
  /** For people with two roles. */
  roles?: ReactNode
  /** The person's own menu. */
  menu?: ReactNode
  /** Links between the few main screens of a role. */
  children?: ReactNode
}

export function TopBar({ home = '/', place, roles, menu, children }: TopBarProps) {
  const { say } = useWords()
  return (
    <header className={styles['bar']}>
      <Link className={styles['home']} href={home}>
        <CairnMark />
        <span className={place ? 'unseen' : undefined}>{say('ui.app-name')}</span>
      </Link>
      {place && <div className={styles['place']}>{place}</div>}
      {children && <nav className={styles['ways']}>{children}</nav>}
      <div className={styles['self']}>
        {roles}
        {menu}
      </div>
    </header>
  )
}

type BarLinkProps = {
  href: string
  /** where one is beneath it, on a page that the bar itself does not name */
  isHere?: boolean
  children: ReactNode
}

/** A link between main screens; the one people are on says so in more than color. */
export function BarLink({ href, isHere, children }: BarLinkProps) {
  return (
    <Link
      className={(here) => classNames(styles['way'], (isHere ?? here) && styles['here'])}
      aria-current={isHere}
      href={href}
    >
      {children}
    </Link>
  )
}

/** A part of a page under its own heading. */
export function Section({
  title,
  action,
  children,
}: {
  title: string
  action?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode }

/** An empty place invites; it never says that something is missing. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <span className={styles['ground']} aria-hidden />
      <h2>{title}</h2>
      {children && <div className={styles['lead']}>{children}</div>}
      {action}
    </div>
  )
}

function useTitle(title: string) {
  const { say } = useWords()
  const app = say('ui.app-name')
  useEffect(() => {
    document.title = title === app ? app : `${title} · ${app}`
  }, [title, app])
}

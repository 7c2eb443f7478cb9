import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, MouseEvent } from 'react'
import { Link } from 'wouter'
import { useWords } from '../platform/web/words.tsx'
import { classNames } from './class-names.ts'
import styles from './button.module.css'

/** `primary` is the one obvious next thing of a screen; `plain` is a button that reads like a word. */
export type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger'

type Dress = { look?: ButtonLook | undefined; icon?: LucideIcon | undefined; wide?: boolean | undefined }

export type ButtonProps = Dress & ComponentProps<'button'> & { busy?: boolean | undefined }

/** While busy it keeps its place, its width and the focus; pressing it again does nothing. */
export function Button({ look, icon, wide, busy = false, children, onClick, ...rest }: ButtonProps) {
  const { say } = useWords()
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event))
  return (
    <button
      type="button"
      {...rest}
      className={classNames(dress({ look, wide }), rest.className)}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy}
      onClick={press}
    >
      <Inside icon={icon}>{children}</Inside>
      {busy && (
        <span className={styles['pebbles']}>
          <span className="unseen">{say('ui.busy')}</span>
        </span>
      )}
    </button>
  )
}

export type ButtonLinkProps = Dress & Omit<ComponentProps<'a'>, 'href'> & { href: string }

export function ButtonLink({ look, icon, wide, children, className, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={classNames(dress({ look, wide }), className)}>
      <Inside icon={icon}>{children}</Inside>
    </Link>
  )
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon'> & {
  icon: LucideIcon
  word: string
  /** Only for the five signs everyone knows: close, back, add, play, search. */
  known?: boolean
}

/** A small button with a sign; its word is shown too unless everyone knows the sign. */
export function IconButton({ icon: Icon, word, known = false, look = 'plain', ...rest }: IconButtonProps) {
  if (!known) {
    return (
      <Button {...rest} look={look} icon={Icon}>
        {word}
      </Button>
    )
  }
  return (
    <Button {...rest} look={look} className={classNames(styles['round'], rest.className)} title={word}>
      <Icon aria-hidden />
      <span className="unseen">{word}</span>
    </Button>
  )
}

function Inside({
  icon: Icon,
  children,
}: {
  icon: LucideIcon | undefined
  children: ComponentProps<'button'>['children']
}) {
  if (!Icon) return children
  return (
    <>
      <Icon aria-hidden />
      <span>{children}</span>
    </>
  )
}

function dress({ look = 'quiet', wide }: Dress): string {
  return classNames(styles['button'], styles[look], wide && styles['wide'])
}

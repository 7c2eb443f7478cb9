import { RotateCw } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PageCorners } from './page-corners.tsx'
import { changePage, type StackPage, turnPage } from './stack.ts'
import { useCuts } from './use-cuts.ts'
import type { OpenStack } from './use-stack.ts'
import styles from './stack.module.css'

type PageDialogProps = { page: StackPage; number: number; open: OpenStack; onClose: () => void }

/** A page on its photo, with corners to move, beside what will be kept of it. */
export function PageDialog({ page, number, open, onClose }: PageDialogProps) {
  const { say } = useWords()
  const photo = usePhoto(page.photo, open)
  const pages = useMemo(() => [page], [page])
  const cut = useCuts(pages, open).get(page.id)
  return (
    <Dialog
      open
      title={say('papers.edit-title', { number })}
      onClose={onClose}
      actions={
        <>
          <Button icon={RotateCw} onClick={() => open.change((before) => turnPage(before, page.id))}>
            {say('papers.turn')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {say('papers.done')}
          </Button>
        </>
      }
    >
      <p className={styles['hint']}>{say('papers.corners-hint')}</p>
      <div className={styles['pair']}>
        <figure>
          <figcaption>{say('papers.before')}</figcaption>
          {photo && (
            <PageCorners
              photo={photo}
              corners={page.corners}
              onMove={(corners) =>
                open.change((before) =>
                  changePage(before, page.id, { corners, ratio: undefined, sure: true }),
                )
              }
            />
          )}
        </figure>
        <figure>
          <figcaption>{say('papers.after')}</figcaption>
          {cut ? (
            <img src={cut} alt={say('papers.page-alt', { number })} />
          ) : (
            <span role="status">{say('papers.making')}</span>
          )}
        </figure>
      </div>
    </Dialog>
  )
}

function usePhoto(id: string, { photoOf }: OpenStack): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const photo = photoOf(id)
    if (!photo) return
    const made = URL.createObjectURL(photo)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [id, photoOf])
  return url
}

import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { KeptShow } from './kept-show.ts'

/** Whether it can be shown without a network, as it is. */
export function KeptLine({ show }: { show: KeptShow }) {
  const { say } = useWords()
  if (!show.done)
    return <p role="status">{say('conferences.kept-some', { kept: show.kept, all: show.all })}</p>
  if (show.missing === 0)
    return <Notice kind="success">{say('conferences.kept-all', { count: show.all })}</Notice>
  return (
    <Notice
      kind="wait"
      action={
        <Button look="plain" onClick={show.again}>
          {say('conferences.keep-again')}
        </Button>
      }
    >
      {say('conferences.kept-not', { count: show.missing })}
    </Notice>
  )
}

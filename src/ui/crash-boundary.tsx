import { Component, type ReactNode } from 'react'
import { useWords } from '../platform/web/words.tsx'
import { Button } from './button.tsx'
import { EmptyState, Page, TopBar } from './page.tsx'

type Props = {
  children: ReactNode
  /** what stands there instead, where only a part failed */
  instead?: ReactNode
}

/** A screen that fails takes only itself down and says what it means for the work. */
export class CrashBoundary extends Component<Props, { crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override render() {
    const { children, instead = <Crashed /> } = this.props
    return this.state.crashed ? instead : children
  }
}

function Crashed() {
  const { say } = useWords()
  return (
    <Page title={say('ui.crash-title')} heading="unseen" width="reading" bar={<TopBar />}>
      <EmptyState
        title={say('ui.crash-title')}
        action={
          <Button look="primary" onClick={() => location.reload()}>
            {say('ui.crash-try')}
          </Button>
        }
      >
        <p>{say('ui.crash-meaning')}</p>
      </EmptyState>
    </Page>
  )
}

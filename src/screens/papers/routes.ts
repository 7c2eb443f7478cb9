import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/papers', () => import('./print-papers.tsx'), 'PrintPapersScreen'),
  route('/classes/:id/stack', () => import('./class-stack.tsx'), 'ClassStack'),
  route('/spaces/:spaceId/papers', () => import('./print-papers.tsx'), 'PrintPapersScreen'),
  route('/spaces/:spaceId/stack', () => import('./class-stack.tsx'), 'ClassStack'),
  route('/stack', () => import('./own-stack.tsx'), 'OwnStack'),
  route('/paper/:id', () => import('./paper-screen.tsx'), 'PaperScreen'),
]

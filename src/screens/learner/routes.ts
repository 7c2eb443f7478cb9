import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/work/new', () => import('./new-work.tsx'), 'NewWork'),
  route('/pieces/:id/next', () => import('./next-attempt.tsx'), 'NextAttempt'),
  route('/deleted', () => import('./deleted-work.tsx'), 'DeletedWork'),
]

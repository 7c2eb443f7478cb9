import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/hand-over', () => import('./hand-over.tsx'), 'HandOver'),
  route('/class-tablet', () => import('./class-tablet.tsx'), 'ClassTablet'),
]

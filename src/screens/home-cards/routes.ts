import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/home-cards', () => import('./class-home-cards.tsx'), 'ClassHomeCards'),
]

import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/cards', () => import('./class-cards.tsx'), 'ClassCards'),
  route('/class-sign-in', () => import('./class-door.tsx'), 'ClassDoor'),
]

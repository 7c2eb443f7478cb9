import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/library/items/:id', () => import('./library-item.tsx'), 'LibraryItem'),
  route('/library/:shelf', () => import('./library-screen.tsx'), 'LibraryScreen'),
]

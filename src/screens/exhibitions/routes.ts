import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/showcase-events', () => import('./exhibitions-screen.tsx'), 'ExhibitionsScreen'),
  route('/showcase-events/new', () => import('./write-exhibition.tsx'), 'WriteExhibitionScreen'),
  route('/showcase-events/:id', () => import('./exhibition-screen.tsx'), 'ExhibitionScreen'),
  route('/showcase-events/:id/change', () => import('./write-exhibition.tsx'), 'ChangeExhibitionScreen'),
  route('/showcase-events/:id/slips', () => import('./slips-screen.tsx'), 'SlipsScreen'),
]

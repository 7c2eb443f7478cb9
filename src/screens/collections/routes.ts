import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/collections', () => import('./collections-screen.tsx'), 'CollectionsScreen'),
  route('/collections/:id', () => import('./collection-screen.tsx'), 'CollectionScreen'),
  route('/collection-templates', () => import('./templates-screen.tsx'), 'TemplatesScreen'),
]

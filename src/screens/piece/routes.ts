import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/pieces/:id', () => import('./piece-screen.tsx'), 'PieceScreen'),
  route(
    '/pieces/:id/iterations/:iterationId/edit',
    () => import('./edit-iteration-screen.tsx'),
    'EditIterationScreen',
  ),
]

import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/office', () => import('./office.tsx'), 'OfficeScreen'),
  route('/office/rooms', () => import('./rooms.tsx'), 'OfficeRooms'),
]

import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/office', () => import('./office.tsx'), 'OfficeScreen'),
  route('/office/errands', () => import('./errands.tsx'), 'ErrandsScreen'),
  route('/office/schools', () => import('./schools.tsx'), 'SchoolsScreen'),
  route('/office/sharing', () => import('./sharing.tsx'), 'SharingScreen'),
  route('/office/storage', () => import('./storage.tsx'), 'StorageScreen'),
  route('/office/rooms', () => import('./rooms.tsx'), 'OfficeRooms'),
]

import { fileURLToPath } from 'node:url'

/** Commands work from here, wherever they were typed. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

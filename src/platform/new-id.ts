import { v7 } from 'uuid'

/** For the few rows that begin on the server; everything people make gets its id on their device. */
export const newId = (): string => v7()

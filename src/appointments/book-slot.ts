import type { Context } from '../platform/context.ts'
import type { InputOf } from '../platform/contract.ts'
import type { AssignSlot, BookSlot } from './contract.ts'
import { takeSlot } from './take-slot.ts'

/** A guardian takes a time for a child of theirs, for their own household. */
export function bookSlot(context: Context, input: InputOf<typeof BookSlot>): Promise<void> {
  return takeSlot(context, { ...input, guardianId: context.viewer.personId }, 'guardian')
}

/** A teacher gives a family a time they did not choose. */
export function assignSlot(context: Context, input: InputOf<typeof AssignSlot>): Promise<void> {
  return takeSlot(context, input, 'teacher')
}

import { isSafeLink } from '../../writing/safe-link.ts'

/** Words as they were typed, in which an address can be followed. */
export function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/).map((part, place) =>
    place % 2 === 1 && isSafeLink(part) ? (
      <a key={place} href={part} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )
}

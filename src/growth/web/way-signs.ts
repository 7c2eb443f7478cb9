import {
  ArrowLeftRight,
  Blend,
  Columns2,
  Ear,
  Film,
  GalleryHorizontal,
  type LucideIcon,
  Type,
} from 'lucide-react'
import type { WordKey } from '../../platform/web/words.tsx'
import type { Way } from '../pair.ts'

export const signOfWay: Record<Way, LucideIcon> = {
  slide: ArrowLeftRight,
  fade: Blend,
  words: Type,
  listen: Ear,
  watch: Film,
  beside: Columns2,
  all: GalleryHorizontal,
}

export const wordOfWay: Record<Way, WordKey> = {
  slide: 'growth.way-slide',
  fade: 'growth.way-fade',
  words: 'growth.way-words',
  listen: 'growth.way-listen',
  watch: 'growth.way-watch',
  beside: 'growth.way-beside',
  all: 'growth.way-all',
}

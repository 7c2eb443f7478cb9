import {
  IdCard,
  CalendarClock,
  CalendarHeart,
  FolderCheck,
  Images,
  KeyRound,
  ListChecks,
  MessageCircle,
  MessageCircleQuestion,
  MessagesSquare,
  Presentation,
  Settings2,
  QrCode,
  Search,
  Shapes,
  Speech,
  Sparkles,
  TabletSmartphone,
  Users,
} from 'lucide-react'
import { useThisDevice } from '../../outbox/web/this-device.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'

/** Where one goes from a class: what a week needs stands there, the rest is folded away. */
export function ClassWays({ classId, spaceId }: { classId: string; spaceId: string }) {
  const { say } = useWords()
  const device = useThisDevice()
  const here = `/classes/${classId}`
  return (
    <>
      <ButtonLink look="plain" icon={Images} href={`${here}/photos`}>
        {say('stack.photos')}
      </ButtonLink>
      <ButtonLink look="plain" icon={TabletSmartphone} href={`${here}/hand-over`}>
        {say('handovers.title', { device })}
      </ButtonLink>
      <ButtonLink look="plain" icon={MessageCircle} href={`${here}/feedback`}>
        {say('teacher.give-feedback')}
      </ButtonLink>
      <ButtonLink look="plain" icon={QrCode} href={`${here}/papers`}>
        {say('teacher.paper')}
      </ButtonLink>
      <ButtonLink look="plain" icon={Search} href={`${here}/find`}>
        {say('teacher.find')}
      </ButtonLink>
      <Menu label={say('teacher.more-for-class')} align="start">
        <ButtonLink look="plain" icon={IdCard} href={`${here}/cards`}>
          {say('teacher.cards')}
        </ButtonLink>
        <ButtonLink look="plain" icon={KeyRound} href={`${here}/first-passwords`}>
          {say('teacher.first-passwords')}
        </ButtonLink>
        <ButtonLink look="plain" icon={FolderCheck} href={`${here}/filed`}>
          {say('teacher.filed')}
        </ButtonLink>
        <ButtonLink look="plain" icon={Users} href={`${here}/families`}>
          {say('teacher.families')}
        </ButtonLink>
        <ButtonLink look="plain" icon={ListChecks} href={`${here}/completeness`}>
          {say('teacher.who-reflected')}
        </ButtonLink>
        <ButtonLink look="plain" icon={Presentation} href={`${here}/conferences`}>
          {say('teacher.conferences')}
        </ButtonLink>
        <ButtonLink look="plain" icon={CalendarHeart} href={`/showcase-events?class=${classId}`}>
          {say('teacher.showcase-events')}
        </ButtonLink>
        <ButtonLink look="plain" icon={Speech} href={`${here}/presentations`}>
          {say('teacher.presentations')}
        </ButtonLink>
        <ButtonLink look="plain" icon={MessagesSquare} href={`${here}/critiques`}>
          {say('critiques.rounds')}
        </ButtonLink>
        <ButtonLink look="plain" icon={CalendarClock} href={`${here}/conference-times`}>
          {say('teacher.conference-times')}
        </ButtonLink>
        <ButtonLink look="plain" icon={Sparkles} href={`${here}/competencies`}>
          {say('teacher.competencies')}
        </ButtonLink>
        <ButtonLink look="plain" icon={Shapes} href="/frameworks">
          {say('teacher.frameworks')}
        </ButtonLink>
        <ButtonLink look="plain" icon={MessageCircleQuestion} href={`${here}/prompts`}>
          {say('teacher.questions')}
        </ButtonLink>
        <ButtonLink look="plain" icon={Settings2} href={`/spaces/${spaceId}/settings`}>
          {say('teacher.space-settings')}
        </ButtonLink>
      </Menu>
    </>
  )
}

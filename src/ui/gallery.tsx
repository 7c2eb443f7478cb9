import { Eye, Plus } from 'lucide-react'
import { useState } from 'react'
import { appearance, chooseAppearance } from '../platform/web/appearance.ts'
import { useVoice } from '../platform/web/voice.tsx'
import { useWords } from '../platform/web/words.tsx'
import { Button } from './button.tsx'
import { Segments } from './choices.tsx'
import { Face, Faces } from './faces.tsx'
import { TextArea } from './field.tsx'
import { FileCard } from './file-card.tsx'
import { Buttons, Fields, Row, States } from './gallery-controls.tsx'
import { drawn, samplePeople } from './gallery-samples.ts'
import { Menu } from './menu.tsx'
import { SavedState } from './notice.tsx'
import { BarLink, EmptyState, Page, Section, TopBar } from './page.tsx'
import { Captioned, Picture } from './picture.tsx'
import { PlayerAudio } from './player.tsx'
import { Stones } from './stones.tsx'
import { Time } from './time.tsx'
import styles from './gallery.module.css'

/** Every component in every state, to look at while building. Not part of what is shipped. */
export function Gallery() {
  const { voice, setVoice } = useVoice()
  const { locale, setLocale } = useWords()
  const [seen, setSeen] = useState(appearance())
  return (
    <Page
      title="The glass boat"
      heading="work"
      lead={
        <>
          Maïlys Okonkwo-Thériault, grade 11. Begun <Time at="2026-10-14" />.
        </>
      }
      action={
        <Button look="primary" icon={Plus}>
          Add work
        </Button>
      }
      bar={<Bar />}
    >
      <Attempts />
      <Section title="Buttons">
        <Buttons />
      </Section>
      <Section title="Fields">
        <Fields />
      </Section>
      <Section title="What happened">
        <States />
      </Section>
      <Section title="People, files, nothing yet">
        <People />
      </Section>
      <Section title="This gallery">
        <Row>
          <Segments
            label="Voice"
            value={voice}
            onChange={setVoice}
            choices={(['early', 'middle', 'older'] as const).map((value) => ({ value, label: value }))}
          />
          <Segments
            label="Language"
            value={locale}
            onChange={setLocale}
            choices={(['en', 'fr'] as const).map((value) => ({ value, label: value }))}
          />
          <Segments
            label="Appearance"
            value={seen}
            onChange={(chosen) => {
              chooseAppearance(chosen)
              setSeen(chosen)
            }}
            choices={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: value }))}
          />
        </Row>
      </Section>
    </Page>
  )
}

function Bar() {
  return (
    <TopBar
      place="On Track Academy"
      menu={
        <Menu
          label={
            <>
              <Face person={samplePeople[0] ?? { id: '', name: '' }} size="small" />
              Maïlys
            </>
          }
        >
          <Button look="plain">My settings</Button>
          <Button look="plain">Sign out</Button>
        </Menu>
      }
    >
      <BarLink href="/gallery">My work</BarLink>
      <BarLink href="/goals">Goals</BarLink>
    </TopBar>
  )
}

function Attempts() {
  const [selected, setSelected] = useState('a-5')
  const number = Number(selected.slice(2))
  return (
    <div className={styles['work']}>
      <Captioned caption="The hull holds water now. I sealed it twice and sanded the seam.">
        <Picture
          renditions={[drawn(number, 1200, 800)]}
          width={1200}
          height={800}
          alt="A boat of blue glass"
          first
        />
      </Captioned>
      <div className={styles['side']}>
        <Stones
          selected={selected}
          onSelect={setSelected}
          attempts={Array.from({ length: 11 }, (_, place) => ({
            id: `a-${place + 1}`,
            number: place + 1,
            ...(place === 3
              ? {}
              : {
                  thumbnail: (
                    <Picture
                      renditions={[drawn(place + 1, 240, 180)]}
                      width={240}
                      height={180}
                      alt=""
                      cover
                    />
                  ),
                }),
          }))}
        />
        <Faces
          people={samplePeople}
          sentence="You, Ms. R. and your family"
          action={<Button icon={Eye}>Change who can see this</Button>}
        />
        <SavedState step="saved" at={new Date()} />
        <TextArea label="What changed" placeholder="Since the attempt before" optional />
        <PlayerAudio
          source="data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA="
          title="What I noticed"
        />
      </div>
    </div>
  )
}

function People() {
  return (
    <div className={styles['columns']}>
      <Row>
        {samplePeople.map((person) => (
          <Face key={person.id} person={person} />
        ))}
      </Row>
      <FileCard name="field-notes-lichen-survey-october.pdf" about="PDF, 12 pages, 2.4 MB" href="/gallery" />
      <EmptyState
        title="Your first stone goes here"
        action={
          <Button look="primary" icon={Plus}>
            Add work
          </Button>
        }
      >
        <p>A photo, a film, your voice, a page of writing. A name for it can come later.</p>
      </EmptyState>
    </div>
  )
}

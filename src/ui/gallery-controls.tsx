import { Camera, FileUp, Mic, MoreHorizontal, PenLine, Trash2, Video, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, ButtonLink, IconButton } from './button.tsx'
import { Checkbox, RadioTiles } from './choices.tsx'
import { Dialog } from './dialog.tsx'
import { Field, Select } from './field.tsx'
import styles from './gallery.module.css'
import { Notice, ProgressLine, SavedState } from './notice.tsx'

export function Buttons() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Row>
        <Button look="primary" icon={Camera}>
          Take a photo
        </Button>
        <Button icon={FileUp}>Choose a file</Button>
        <Button look="plain" icon={PenLine}>
          Write
        </Button>
        <Button look="danger" icon={Trash2} onClick={() => setOpen(true)}>
          Take it back
        </Button>
        <ButtonLink href="/gallery">A way elsewhere</ButtonLink>
      </Row>
      <Row>
        <Button look="primary" busy>
          Share with class
        </Button>
        <Button busy>Saving</Button>
        <Button look="primary" disabled>
          Not now
        </Button>
        <Button disabled>Not now</Button>
        <IconButton icon={X} word="Close" known />
        <IconButton icon={MoreHorizontal} word="More" />
        <Button>
          A very long word for a button, Donaudampfschifffahrtsgesellschaft included, that has to wrap
        </Button>
      </Row>
      <Dialog
        open={open}
        onClose={close}
        title="Take this attempt back?"
        actions={
          <>
            <Button onClick={close}>Keep it</Button>
            <Button look="danger" onClick={close}>
              Take it back
            </Button>
          </>
        }
      >
        <p>Your teacher and your family will not see it any more. You can bring it back for 30 days.</p>
      </Dialog>
    </>
  )
}

export function Fields() {
  const [medium, setMedium] = useState<'photo' | 'film' | 'sound'>('photo')
  return (
    <div className={styles['columns']}>
      <Field label="Name of the work" hint="It can come later." defaultValue="The glass boat" />
      <Field
        label="Password"
        type="password"
        error="This is not the password. Try once more."
        defaultValue="abc"
      />
      <Select label="Class">
        <option>Studio 11/12, Ms. Rasmussen-Whitefeather</option>
      </Select>
      <Field label="Not yours to change" defaultValue="Nechako Lakes" disabled />
      <RadioTiles
        label="What will it be?"
        value={medium}
        onChange={setMedium}
        choices={[
          { value: 'photo', label: 'A photo', icon: Camera },
          { value: 'film', label: 'A film', icon: Video, hint: 'Up to ten minutes' },
          { value: 'sound', label: 'My voice', icon: Mic, disabled: true },
        ]}
      />
      <div>
        <Checkbox label="Show this to my family" defaultChecked />
        <Checkbox label="Show this to my class" hint="Ms. R. shares with the class on Fridays." />
      </div>
    </div>
  )
}

export function States() {
  return (
    <div className={styles['columns']}>
      <Notice kind="success" title="Shared with your class" />
      <Notice kind="wait">Your photo is safe on this tablet. It will travel when there is a network.</Notice>
      <Notice kind="problem" title="This film is too long" action={<Button>Choose another</Button>}>
        It may be up to 500 MB. Nothing was lost.
      </Notice>
      <Notice kind="note">Ms. R. answered your third attempt.</Notice>
      <ProgressLine label="IMG_2041_the_boat_from_the_side_in_the_evening.mov" share={0.42} />
      <ProgressLine label="essay.pdf" step="Drawing the first page" />
      <Row>
        <SavedState step="saving" />
        <SavedState step="waiting" />
        <SavedState step="unsaved" />
        <SavedState step="saved" />
      </Row>
    </div>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>
}

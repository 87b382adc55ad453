/** «Mijn BackUp Box»: put things in, look at them, one after the other if one likes. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import './box.css'
import { Page } from '../../shell/page.tsx'
import { o } from '../messages.ts'
import { deviceRoom, lookAtRoom } from '../safe/device-room.ts'
import { megabytes } from '../safe/safe-status.tsx'
import { SavedNote } from '../saved-note.tsx'
import { AddToBox } from './add-to-box.tsx'
import { BoxCard } from './box-card.tsx'
import { boxEntries, boxInOrder } from './box-model.ts'
import { Slideshow } from './slideshow.tsx'

/** So many things are drawn at first, and so many more each time. */
const AT_ONCE = 12

export function BoxPage() {
  const isShowing = useSignal(false)
  const shown = useSignal(AT_ONCE)
  const more = useRef<HTMLButtonElement>(null)
  const entries = boxInOrder()
  const { used, quota } = deviceRoom.value
  useEffect(() => void lookAtRoom(), [boxEntries.items.value.length])

  const showMore = () => {
    shown.value += AT_ONCE
  }
  // Whoever scrolls comes to the button before it is needed; whoever has a keyboard or a screen reader can press it.
  useEffect(() => {
    const button = more.current
    if (!button) return
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && showMore(), { rootMargin: '1500px' })
    observer.observe(button)
    return () => observer.disconnect()
  }, [shown.value, shown.value < entries.length])

  if (isShowing.value)
    return (
      <Slideshow
        entries={entries}
        onEnd={() => {
          isShowing.value = false
        }}
      />
    )
  return (
    <Page title={o('box.title')} lead={o('box.lead')}>
      {entries.length > 0 && (
        <p>
          <button
            type="button"
            class="button button--primary button--large"
            onClick={() => {
              isShowing.value = true
            }}
          >
            {o('box.look')}
          </button>
        </p>
      )}
      <AddToBox />
      <ul class="box plain-list">
        {entries.slice(0, shown.value).map((entry) => (
          <li key={entry.id}>
            <BoxCard entry={entry} />
          </li>
        ))}
      </ul>
      {shown.value < entries.length && (
        <p>
          <button type="button" class="button" ref={more} onClick={showMore}>
            {o('box.more')}
          </button>
        </p>
      )}
      <SavedNote />
      {used !== undefined && quota !== undefined && (
        <p class="field__hint">
          <label for="ruimte">{o('status.room', { used: megabytes(used), quota: megabytes(quota) })}</label>
          <meter id="ruimte" class="room" min={0} max={quota} value={used} />
        </p>
      )}
    </Page>
  )
}

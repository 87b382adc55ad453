/** A picture, film or sound from the disk. Read when it comes into sight, let go when it leaves: a box of hundreds stays light. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { o } from '../messages.ts'
import type { BoxEntry } from './box-model.ts'
import { findMedia } from './media.ts'

export function MediaView({ entry }: { entry: BoxEntry }) {
  const address = useSignal<string | undefined>(undefined)
  const isMissing = useSignal(false)
  const place = useRef<HTMLDivElement>(null)
  const { media, type, title } = entry

  useEffect(() => {
    let isInSight = false
    const letGo = () => {
      if (address.value) URL.revokeObjectURL(address.value)
      address.value = undefined
    }
    const observer = new IntersectionObserver(
      async ([seen]) => {
        isInSight = seen?.isIntersecting ?? false
        if (!isInSight || !media) return letGo()
        const blob = await findMedia(media).catch(() => undefined)
        isMissing.value = blob === undefined
        if (blob && isInSight && !address.value) address.value = URL.createObjectURL(blob)
      },
      { rootMargin: '400px' },
    )
    if (place.current) observer.observe(place.current)
    return () => {
      observer.disconnect()
      letGo()
    }
  }, [media])

  return (
    <div ref={place} class={`media media--${type}`}>
      {isMissing.value && <p>{o('box.missing')}</p>}
      {address.value && type === 'picture' && <img src={address.value} alt={title} />}
      {address.value && type === 'film' && (
        // biome-ignore lint/a11y/useMediaCaption: a film of one's own has no captions to show
        <video controls src={address.value} aria-label={title} />
      )}
      {address.value && type === 'sound' && (
        // biome-ignore lint/a11y/useMediaCaption: a recording of one's own has no captions to show
        <audio controls src={address.value} aria-label={title} />
      )}
    </div>
  )
}

/** A small picture that is kept as a data URL. The page's policy lets pictures in from our own blobs only, so it is made into one. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

export function OwnPicture({ source, className }: { source: string; className?: string }) {
  const address = useSignal('')
  useEffect(() => {
    const [head = '', body = ''] = source.split(',')
    const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0))
    const made = URL.createObjectURL(new Blob([bytes], { type: /^data:([^;]+)/.exec(head)?.[1] ?? '' }))
    address.value = made
    return () => URL.revokeObjectURL(made)
  }, [source])
  return address.value ? <img class={className} src={address.value} alt="" /> : null
}

/** In front of every page of the toolkit: opens what is kept, asks for the PIN when there is a lock. The numbers stay in the shell. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import '../reading/reading.css'
import './own.css'
import { lazyPage } from '../lazy-page.tsx'
import { openOwnData, ownData } from './own-data.ts'

const UnlockPage = lazyPage(async () => (await import('./safe/unlock-page.tsx')).UnlockPage)

export function OwnGate({ children }: { children: ComponentChildren }) {
  useEffect(() => void openOwnData(), [])
  const { state } = ownData.value
  if (state === 'opening') return <p class="page page--waiting" role="status" />
  if (state === 'locked') return <UnlockPage />
  return <>{children}</>
}

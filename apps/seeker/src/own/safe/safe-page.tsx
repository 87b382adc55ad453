/** «Veilig bewaren»: how it stands, the twelve words, lock, copy, file, another phone, installing, wiping. */
import { useEffect } from 'preact/hooks'
import './safe.css'
import { Page } from '../../shell/page.tsx'
import { o } from '../messages.ts'
import { CopySection } from './copy-section.tsx'
import { lookAtRoom } from './device-room.ts'
import { FileSection } from './file-section.tsx'
import { InstallSection } from './install-section.tsx'
import { LockSection } from './lock-section.tsx'
import { MoveSection } from './move-section.tsx'
import { SafeStatus } from './safe-status.tsx'
import { WipeSection } from './wipe-section.tsx'
import { WordsSection } from './words-section.tsx'

export function SafePage() {
  useEffect(() => void lookAtRoom(), [])
  return (
    <Page title={o('safe.title')} lead={o('safe.lead')}>
      <SafeStatus />
      <WordsSection />
      <LockSection />
      <CopySection />
      <FileSection />
      <MoveSection />
      <InstallSection />
      <WipeSection />
    </Page>
  )
}

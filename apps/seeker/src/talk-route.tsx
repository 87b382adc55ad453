/** `/praten/:id`: hands the line over to the conversation. */
import type { PageProps } from './lazy-page.tsx'
import { TalkPage } from './talk/talk-page.tsx'

export function TalkRoute({ params }: PageProps) {
  return <TalkPage lineId={params?.id ?? ''} />
}

/**
 * One page: its title in the tab, its one heading, and the focus on that heading when someone comes from another page,
 * so that a screen reader says where they are. The very first page leaves the focus alone.
 */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../messages.ts'

let cameFromAnotherPage = false

type PageProps = {
  readonly title: string
  /** What stands in the tab when that should differ from the heading. */
  readonly tab?: string
  readonly lead?: ComponentChildren
  readonly wide?: boolean
  readonly children: ComponentChildren
}

export function Page({ title, tab, lead, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (cameFromAnotherPage) heading.current?.focus({ preventScroll: true })
    cameFromAnotherPage = true
  }, [])
  useEffect(() => {
    document.title = t('page.tab', { page: tab ?? title })
  }, [tab, title])

  return (
    <article class={wide ? 'page' : 'page page--narrow'}>
      <header class="page__head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p class="page__lead">{lead}</p>}
      </header>
      {children}
    </article>
  )
}

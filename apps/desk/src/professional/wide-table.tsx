/** A table that scrolls by itself where the screen is narrow, also with the keyboard. */
import type { ComponentChildren } from 'preact'

export function WideTable({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys
    <section class="panel__scroll" aria-label={label} tabIndex={0}>
      <table class="panel__table">{children}</table>
    </section>
  )
}

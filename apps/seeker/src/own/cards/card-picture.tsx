/** The picture of a card: calm lines and shapes whose colours come from the style sheet, so that they follow light and dark. */
import type { ComponentChildren } from 'preact'
import { afleidingPictures } from './card-pictures-afleiding.tsx'
import { bewegenPictures } from './card-pictures-bewegen.tsx'
import { contactPictures } from './card-pictures-contact.tsx'
import { gedachtenPictures } from './card-pictures-gedachten.tsx'
import { lichaamPictures } from './card-pictures-lichaam.tsx'
import { rustigPictures } from './card-pictures-rustig.tsx'

const pictures: Readonly<Record<string, ComponentChildren>> = {
  ...rustigPictures,
  ...afleidingPictures,
  ...bewegenPictures,
  ...contactPictures,
  ...lichaamPictures,
  ...gedachtenPictures,
}

export function CardPicture({ of, label }: { readonly of: string; readonly label: string }) {
  return (
    <svg class="card-picture" viewBox="0 0 120 80" role="img" aria-label={label}>
      {pictures[of]}
    </svg>
  )
}

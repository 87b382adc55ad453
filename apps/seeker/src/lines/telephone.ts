/** A number as people write it, as something to tap: `0800 13 500` → `tel:080013500`. */
export function telephone(number: string): string {
  return `tel:${number.replaceAll(' ', '')}`
}

import { signal } from '@preact/signals'

/** Whether somebody talks now, on a page whose address does not say so. */
export const isInTalk = signal(false)

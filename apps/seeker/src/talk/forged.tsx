import { t } from '../messages.ts'

/** Something came that is not from who it says it is. It counts for nothing; what to do is said. */
export function Forged() {
  return (
    <p class="notice notice--warm" role="alert">
      {t('talk.forged')}
    </p>
  )
}

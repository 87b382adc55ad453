import { LogOutIcon } from '@houvast/ui/icon.tsx'
import { t } from '../messages.ts'
import { leaveNow } from './leave.ts'

/** 1813 and 112, one tap away on every page, and the way out. Nothing may ever stand in front of these. */
export function Lifeline() {
  return (
    <nav class="lifeline" aria-label={t('lifeline.label')}>
      <a class="lifeline__call" href="tel:1813">
        <strong>1813</strong> <span>{t('lifeline.1813')}</span>
      </a>
      <a class="lifeline__call" href="tel:112">
        <strong>112</strong> <span>{t('lifeline.112')}</span>
      </a>
      <button type="button" class="lifeline__exit" title={t('lifeline.exit-hint')} onClick={leaveNow}>
        <LogOutIcon />
        {t('lifeline.exit')}
      </button>
    </nav>
  )
}

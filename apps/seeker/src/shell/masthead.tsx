import { type Language, languageNames, languages } from '@houvast/i18n/languages'
import { chooseLanguage, language } from '../language.ts'
import { t } from '../messages.ts'
import { OpenDoorMark } from './open-door-mark.tsx'

/** The name, which leads home, and the language choice. */
export function Masthead() {
  return (
    <header class="masthead">
      <a class="masthead__name" href="/" aria-label={t('shell.home')}>
        <OpenDoorMark />
        <span>{t('shell.name')}</span>
      </a>
      <fieldset class="languages">
        <legend class="visually-hidden">{t('shell.language')}</legend>
        {languages.map((one) => (
          <LanguageButton key={one} of={one} />
        ))}
      </fieldset>
    </header>
  )
}

function LanguageButton({ of }: { of: Language }) {
  return (
    <button
      type="button"
      class="languages__one"
      lang={of}
      aria-pressed={language.value === of}
      onClick={() => chooseLanguage(of)}
    >
      {of.toUpperCase()}
      <span class="visually-hidden">{languageNames[of]}</span>
    </button>
  )
}

/** How to put it on the home screen. On an iPhone that is a place of its own, empty at first: so the way to bring things along is told. */

import { platform } from '../contacts/platform.ts'
import { o } from '../messages.ts'

export function InstallSection() {
  const here = platform()
  return (
    <section class="card reading" aria-labelledby="installeren">
      <h2 id="installeren">{o('install.title')}</h2>
      <p>{o('install.why')}</p>
      <details class="thing__more" open={here === 'ios'}>
        <summary>{o('install.ios')}</summary>
        <ol>
          <li>{o('install.ios.1')}</li>
          <li>{o('install.ios.2')}</li>
          <li>{o('install.ios.3')}</li>
        </ol>
      </details>
      <details class="thing__more" open={here === 'android'}>
        <summary>{o('install.android')}</summary>
        <ol>
          <li>{o('install.android.1')}</li>
          <li>{o('install.android.2')}</li>
        </ol>
      </details>
    </section>
  )
}

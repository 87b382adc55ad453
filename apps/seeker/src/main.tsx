/** Starts the app people use: their language first, then the page, then what makes it work offline. */
import '@houvast/ui/tokens.css'
import '@houvast/ui/base.css'
import '@houvast/ui/parts.css'
import './shell/shell.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { messagesReady } from './messages.ts'
import { workOffline } from './work-offline.ts'

await messagesReady
const app = document.getElementById('app')
if (app) {
  app.replaceChildren()
  render(<App />, app)
}
/** A breath after the page stands: fetching everything for later must not stand in the way of now. */
const SETTLED_MS = 1_000
if (import.meta.env.PROD) setTimeout(() => void workOffline(), SETTLED_MS)

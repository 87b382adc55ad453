import '@houvast/ui/tokens.css'
import '@houvast/ui/base.css'
import '@houvast/ui/parts.css'
import '@houvast/ui/conversation.css'
import './desk.css'
import { signal } from '@preact/signals'
import { render } from 'preact'
import { createSignIn } from './sign-in/sign-in.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { createDesk, type Desk } from './talks/desk.ts'
import { DeskPage } from './talks/desk-page.tsx'

const desk = signal<Desk | undefined>(undefined)

const signIn = createSignIn((signedIn) => {
  desk.value = createDesk(signedIn, () => {
    desk.value?.leave()
    desk.value = undefined
  })
})

const App = () => (desk.value ? <DeskPage desk={desk.value} /> : <SignInPage model={signIn} />)

const root = document.getElementById('desk')
if (root) render(<App />, root)

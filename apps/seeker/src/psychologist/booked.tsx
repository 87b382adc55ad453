/** It is time for an appointment: straight to the one whom this person knows. */
import { spokenLanguage } from '../messages.ts'
import { Page } from '../shell/page.tsx'
import { Problem } from '../talk/problem.tsx'
import { p } from './messages.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'

export function Booked({ model, professional }: { model: PsychologistTalk; professional: string }) {
  const isStarting = model.talk.step.value === 'starting'
  const wishes = { language: spokenLanguage(), theme: 'something-else' } as const
  return (
    <Page title={p('booked.title')}>
      <p>{p('booked.text')}</p>
      <Problem reason={model.talk.problem.value} />
      <p>
        <button
          type="button"
          class="button button--primary button--large"
          aria-disabled={isStarting}
          onClick={() => {
            if (!isStarting) void model.begin({ wishes, only: professional, nickname: '', words: '' })
          }}
        >
          {p(isStarting ? 'start.starting' : 'booked.go')}
        </button>
      </p>
    </Page>
  )
}

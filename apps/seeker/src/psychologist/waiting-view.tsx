/** Somebody is looked for: who is rung and why, and whether this device is ready. */
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { RingNews } from '../talk/open-talk.ts'
import { ChoiceCards } from './choice-cards.tsx'
import { DeviceCheck } from './device-check.tsx'
import { p } from './messages.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'

export function WaitingView({ model }: { model: PsychologistTalk }) {
  return (
    <>
      <Looking model={model} />
      {model.choices.value && (
        <ChoiceCards line={model.line} choices={model.choices.value} onChoose={(only) => letBe(model, { only })} />
      )}
      <DeviceCheck model={model} />
    </>
  )
}

function Looking({ model }: { model: PsychologistTalk }) {
  const news = model.ring.value
  return (
    <div class="card looking">
      <p role="status" class="looking__now">
        {useSaidOnce(news)}
      </p>
      {news?.type === 'choose' && <Choose model={model} canLetGo={news.canLetGo} />}
      {news?.type === 'ringing' && <Ringing key={news.kid} {...news} />}
    </div>
  )
}

/** One sentence, read and heard. The same ring, told again after a reconnect with fewer seconds left, is not news. */
function useSaidOnce(news: RingNews | undefined): string {
  const ring = news?.type === 'ringing' ? `${news.kid} ${news.number}` : news?.why
  return useMemo(() => {
    if (!news) return p('wait.looking')
    if (news.type === 'choose') return p(`choose.${news.why}`)
    return p('wait.ringing', { name: news.name, seconds: news.secondsLeft })
  }, [ring])
}

type RingingNews = {
  readonly name: string
  readonly number: number
  readonly secondsLeft: number
  readonly reasons: readonly string[]
}

function Ringing({ name, number, secondsLeft, reasons }: RingingNews) {
  const left = useSignal(secondsLeft)
  useEffect(() => {
    left.value = secondsLeft
    const timer = setInterval(() => {
      left.value = Math.max(0, left.value - 1)
    }, 1_000)
    return () => clearInterval(timer)
  }, [name, secondsLeft])
  return (
    <>
      <progress class="looking__left" max={25} value={left.value} aria-hidden="true" />
      <p>{p('wait.number', { number })}</p>
      {reasons.length > 0 && (
        <p>
          <strong>{p('wait.why', { name })}</strong>{' '}
          {reasons.map((reason) => p(`wait.reason.${reason as 'language'}`)).join(' · ')}
        </p>
      )}
    </>
  )
}

function Choose({ model, canLetGo }: { model: PsychologistTalk; canLetGo: boolean }) {
  const wishes = model.wishes()
  return (
    <div class="talk__next">
      {canLetGo && wishes && (
        <button
          type="button"
          class="button button--primary"
          onClick={() => void model.lookFor({ wishes: { ...wishes, isGenderMust: false } })}
        >
          {p('choose.let-go')}
        </button>
      )}
      <button type="button" class="button" onClick={() => letBe(model, {})}>
        {p('choose.again')}
      </button>
      {wishes && (
        <button type="button" class="button" onClick={() => void model.choose(wishes)}>
          {p('choose.own')}
        </button>
      )}
      <a class="button" href="/hulplijnen">
        {p('choose.lines')}
      </a>
    </div>
  )
}

/** Looks again, for anybody or for the one who was chosen. */
function letBe(model: PsychologistTalk, to: { readonly only?: string }) {
  const wishes = model.wishes()
  if (wishes) void model.lookFor({ wishes, ...to })
}

import { useSignal } from '@preact/signals'
import { AutoText } from '../auto-text.tsx'
import { CopyOrShare } from '../copy-or-share.tsx'
import { o } from '../messages.ts'
import { addressOfLive, beginLivePlan, endLivePlan, livePlans, myLivePlan } from './live-plans-model.ts'

/** Editing one plan with two, each on their own device; and the plans of others that one helps with. */
export function LiveSection() {
  const name = useSignal('')
  const said = useSignal('')
  const mine = myLivePlan()
  const ofOthers = livePlans.items.value.filter(({ isMine }) => !isMine)

  async function begin() {
    said.value = o('unlock.busy')
    const begun = await beginLivePlan(name.value.trim())
    said.value = begun === 'unreachable' ? o('copy.unreachable') : ''
  }

  return (
    <section class="card reading" aria-labelledby="live">
      <h2 id="live">{o('live.title')}</h2>
      <p>{o('live.what')}</p>
      {mine ? (
        <>
          <p>
            <a class="button button--primary" href={`/houvast/samen/plan#${mine.secret}`}>
              {o('live.open')}
            </a>
          </p>
          <p>{o('live.give-link')}</p>
          <p class="quoted">{addressOfLive(mine)}</p>
          <CopyOrShare text={addressOfLive(mine)} />
          <p>
            <button
              type="button"
              class="button"
              onClick={async () => {
                said.value = o((await endLivePlan(mine)) ? 'live.ended' : 'copy.unreachable')
              }}
            >
              {o('live.end')}
            </button>
          </p>
        </>
      ) : (
        <>
          <AutoText
            id="live-naam"
            label={o('live.name')}
            value={name.value}
            longest={40}
            isOneLine
            onText={(text) => {
              name.value = text
            }}
          />
          <p>
            <button type="button" class="button" onClick={() => void begin()}>
              {o('live.begin')}
            </button>
          </p>
        </>
      )}
      <p role="status">{said.value}</p>
      {ofOthers.length > 0 && <h3>{o('live.of-others')}</h3>}
      <ul class="plain-list people">
        {ofOthers.map((plan) => (
          <li key={plan.id} class="actions">
            <a class="button" href={`/houvast/samen/plan#${plan.secret}`}>
              {o('live.open-other')}
            </a>
            <button type="button" class="button button--quiet" onClick={() => void endLivePlan(plan)}>
              {o('live.leave')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

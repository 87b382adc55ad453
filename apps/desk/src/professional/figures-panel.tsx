/** For the coordinator: figures that name nobody, the relays and whether they carry a talk, and the choices of matching. */
import type { TalkFigures } from '@houvast/protocol/talk-requests'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { deskApi } from '../desk-api.ts'
import { type MessageKey, t } from '../messages.ts'
import { WideTable } from './wide-table.tsx'

const names: Readonly<Record<string, MessageKey>> = {
  'minutes-to-talk': 'figures.minutes-to-talk',
  rings: 'figures.rings',
  talks: 'figures.talks',
  'follow-ups': 'figures.follow-ups',
  helped: 'figures.helped',
  easy: 'figures.easy',
}

export function FiguresPanel() {
  const found = useSignal<TalkFigures | 'asking' | 'failed'>('asking')
  useEffect(() => {
    void deskApi.figures().then((answer) => {
      found.value = answer.ok ? answer.value : 'failed'
    })
  }, [])
  const shown = found.value
  return (
    <article class="panel" aria-labelledby="cijfers">
      <h2 id="cijfers">{t('figures.title')}</h2>
      {shown === 'asking' && <p role="status">{t('figures.asking')}</p>}
      {shown === 'failed' && <p role="alert">{t('profile.failed')}</p>}
      {typeof shown === 'object' && (
        <>
          <Counts {...shown} />
          <RelaysNow {...shown} />
          <Choices {...shown} />
        </>
      )}
    </article>
  )
}

function Counts({ figures }: TalkFigures) {
  const most = Math.max(1, ...figures.map(({ count }) => count))
  if (figures.length === 0) return <p>{t('figures.none')}</p>
  return (
    <WideTable label={t('figures.title')}>
      <thead>
        <tr>
          <th scope="col">{t('figures.what')}</th>
          <th scope="col">{t('figures.which')}</th>
          <th scope="col">{t('figures.count')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ figure, bucket, count }) => (
          <tr key={`${figure} ${bucket}`}>
            <th scope="row">{t(names[figure] ?? 'figures.other')}</th>
            <td>{bucket}</td>
            <td>
              <meter min={0} max={most} value={count} aria-hidden="true" /> {count}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function RelaysNow({ relays }: TalkFigures) {
  return (
    <section aria-labelledby="relais">
      <h3 id="relais">{t('figures.relays')}</h3>
      {relays.length === 0 && <p class="notice notice--warm">{t('figures.relays-none')}</p>}
      <ul>
        {relays.map(({ url, ok, ms, why }) => (
          <li key={url}>
            {url}: {ok ? t('figures.relay-ok', { ms: Math.round(ms ?? 0) }) : t(`figures.relay-${why as 'refused'}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Choices({ decisions }: TalkFigures) {
  const others = decisions.filter(({ isSameAgain }) => !isSameAgain).length
  return (
    <section aria-labelledby="keuzes">
      <h3 id="keuzes">{t('figures.choices')}</h3>
      <p>{t('figures.choices-same', { count: decisions.length - others, all: decisions.length })}</p>
    </section>
  )
}

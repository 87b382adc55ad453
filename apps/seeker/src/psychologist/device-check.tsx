/** Three lines in plain words: sound, picture, connection. Nothing of it stands in the way: writing always works. */
import { OwnPicture, PictureLadder } from '@houvast/ui/call-panel.tsx'
import { p } from './messages.ts'
import { pictureWords } from './picture-words.ts'
import type { PsychologistTalk } from './psychologist-talk.ts'

export function DeviceCheck({ model }: { model: PsychologistTalk }) {
  const call = model.call.value
  const way = model.way.value
  const isQuiet = call?.mine.hasSound !== true
  return (
    <section class="card device-check" aria-labelledby="toestel">
      <h2 id="toestel">{p('check.title')}</h2>
      <dl class="check">
        <dt>{p('check.sound')}</dt>
        <dd>
          <span role="status">{isQuiet ? p(`check.sound.${call?.problem ?? 'none'}`) : p('check.sound.ok')}</span>
        </dd>
        <dt>{p('check.picture')}</dt>
        <dd>{p(call && call.mine.picture !== 'none' ? 'check.picture.some' : 'check.picture.none')}</dd>
        <dt>{p('check.way')}</dt>
        <dd>
          <span role="status">{p(`check.way.${way}`)}</span>
        </dd>
      </dl>
      <PictureLadder picture={call?.mine.picture ?? 'none'} words={pictureWords()} onPicture={model.show} />
      {call?.ownPicture && <OwnPicture track={call.ownPicture} label={p('call.own')} />}
      <div class="actions">
        {isQuiet && (
          <button type="button" class="button" onClick={model.turnOnSound}>
            {p('call.sound-on')}
          </button>
        )}
        {(way === 'none' || way === 'slow') && (
          <button type="button" class="button" onClick={() => void model.lookAtWay()}>
            {p('check.again')}
          </button>
        )}
      </div>
    </section>
  )
}

/** One thing in the box. */
import { CalendarIcon, TrashIcon } from '@houvast/ui/icon.tsx'
import { AutoText } from '../auto-text.tsx'
import { o } from '../messages.ts'
import { offerFile } from '../offer-file.ts'
import { type BoxEntry, boxEntries, takeOutOfBox } from './box-model.ts'
import { calendarFile } from './calendar-file.ts'
import { MediaView } from './media-view.tsx'
import { SafeLink } from './safe-link.tsx'

export function BoxCard({ entry }: { entry: BoxEntry }) {
  const { id, type, title, text, link, date } = entry
  const change = (part: Partial<BoxEntry>) => boxEntries.change(id, part)
  const what = title || text.slice(0, 40) || o(`box.${type}`)
  const hasTitle = type !== 'quote' && type !== 'reason'
  const hasText = type !== 'picture' && type !== 'film' && type !== 'sound' && type !== 'link'

  return (
    <article class="card thing">
      <p class="badge">{o(`box.${type}`)}</p>
      {entry.media && <MediaView entry={entry} />}
      {hasTitle && (
        <AutoText
          id={hasText ? `box-titel-${id}` : `box-${id}`}
          label={o('box.title-of')}
          value={title}
          longest={120}
          isOneLine
          onText={(said) => change({ title: said })}
        />
      )}
      {hasText && (
        <AutoText
          id={`box-${id}`}
          label={o(`box.${type}.text`)}
          value={text}
          longest={type === 'letter' ? 5_000 : 500}
          onText={(said) => change({ text: said })}
        />
      )}
      {type === 'link' && (
        <>
          <AutoText
            id={`box-link-${id}`}
            label={o('box.address')}
            value={link ?? ''}
            longest={500}
            type="url"
            onText={(said) => change({ link: said })}
          />
          <SafeLink address={link ?? ''} />
        </>
      )}
      {type === 'moment' && (
        <>
          <AutoText
            id={`box-dag-${id}`}
            label={o('box.day')}
            value={date ?? ''}
            longest={10}
            type="date"
            onText={(said) => change({ date: said })}
          />
          {date && (
            <p>
              <button
                type="button"
                class="button"
                onClick={async () => offerFile(await calendarFile({ id, title: title || what, date }), 'moment.ics')}
              >
                <CalendarIcon />
                {o('box.to-calendar')}
              </button>
            </p>
          )}
        </>
      )}
      <p>
        <button
          type="button"
          class="button button--icon"
          aria-label={o('thing.remove', { what })}
          onClick={() => void takeOutOfBox(entry)}
        >
          <TrashIcon />
        </button>
      </p>
    </article>
  )
}

import { ExternalLinkIcon } from '@houvast/ui/icon.tsx'
import { o } from '../messages.ts'

/** Only addresses of web pages, shown as they are, so that one sees where one goes. */
export function SafeLink({ address }: { address: string }) {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) return address ? <p role="status">{o('box.no-address')}</p> : null
  return (
    <p>
      <a class="button" href={url.href} target="_blank" rel="noreferrer noopener">
        <ExternalLinkIcon />
        {url.host}
      </a>
    </p>
  )
}

/** Numbers of which we are sure that someone answers at any hour. */
import { lines } from '@houvast/directory/lines'
import { statusOn } from '@houvast/directory/stated'
import { PhoneIcon } from '@houvast/ui/icon.tsx'
import './lines.css'
import { telephone } from './telephone.ts'

export function DayAndNight() {
  const now = Date.now()
  const numbers = lines.flatMap((line) =>
    line.channels.flatMap(({ number, hours }) =>
      number && hours?.value.schedule.kind === 'always' && statusOn(hours, now) === 'confirmed'
        ? [{ name: line.name.replace(number.value, ''), number: number.value }]
        : [],
    ),
  )
  return (
    <ul class="numbers plain-list">
      {numbers.map(({ name, number }) => (
        <li key={number}>
          <a class="button button--large number" href={telephone(number)}>
            <PhoneIcon />
            <span>
              <strong>{number}</strong> {name}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

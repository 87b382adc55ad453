import { r } from './messages.ts'

const parties = ['helper', 'colleagues', 'operator', 'thief', 'later', 'coordinator', 'code', 'network'] as const

/** Side by side on a wide screen, below each other on a narrow one; each answer carries its own question either way. */
export function WhoLearnsWhat() {
  return (
    <ul class="who plain-list">
      {parties.map((party) => (
        <li key={party} class="who__party">
          <h3>{r(`privacy.${party}.who`)}</h3>
          <dl>
            <div>
              <dt>{r('privacy.table.learns')}</dt>
              <dd>{r(`privacy.${party}.learns`)}</dd>
            </div>
            <div>
              <dt>{r('privacy.table.not')}</dt>
              <dd>{r(`privacy.${party}.not`)}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  )
}

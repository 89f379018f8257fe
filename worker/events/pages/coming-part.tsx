import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { comingCopy } from './coming-copy.ts';

export type ComingEvent = {
  path: string;
  title: string;
  kind: string;
  /** The next time of it. */
  when: string;
  /** How many other times come after that. */
  more: number;
  place: string;
  isCancelled: boolean;
};

/** On the campaign's page: what is coming, the next one first. */
export function ComingPart({ shell, events }: { shell: Shell; events: readonly ComingEvent[] }) {
  const { language } = shell;
  const words = comingCopy[language];
  return (
    <section class="flow" aria-labelledby="coming-events">
      <h2 id="coming-events">{words.heading}</h2>
      <ul class="plain ruled">
        {events.map(({ path, title, kind, when, more, place, isCancelled }) => (
          <li>
            <p class="small">{isCancelled ? `${kind}. ${words.cancelled}` : kind}</p>
            <h3>
              <a href={linkFrom(shell, path)}>{title}</a>
            </h3>
            <p>
              {when}
              {more > 0 && `, ${message(words.more, { n: more }, language)}`}
            </p>
            <p class="small">{place}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

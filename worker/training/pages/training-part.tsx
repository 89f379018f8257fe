import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './part-copy.ts';

type TrainingPartProps = {
  shell: Shell;
  href: string;
  name: string;
  lead: string;
  modules: number;
  finished: number;
};

/** On the campaign's page. */
export function TrainingPart({ shell, href, name, lead, modules, finished }: TrainingPartProps) {
  const { language } = shell;
  const { part } = copy[language];
  return (
    <section class="flow" aria-labelledby="training-heading">
      <h2 id="training-heading">{name}</h2>
      <p>{lead}</p>
      <p>
        {message(part.text, { modules }, language)}
        {finished > 0 && ` ${message(part.finished, { n: finished }, language)}`}
      </p>
      <p>
        <a href={linkFrom(shell, href)}>{part.link}</a>
      </p>
    </section>
  );
}

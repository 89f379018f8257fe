import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Checkbox } from '../../../web/components/field.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { type Agreed, type Naming, namings } from '../rules.ts';
import { CarefulPage } from './frame.tsx';
import { ownCopy } from './own-copy.ts';
import { type ShownStory, StoryText } from './story-text.tsx';

export type PreviewPageProps = {
  shell: Shell;
  href: string;
  /** With the day until which a use goes on that was allowed before; null for one that is new. */
  agreed: readonly (Agreed & { goesOnUntil: string | null })[];
  /** The rendering under each naming. */
  renderings: Record<Naming, ShownStory>;
  /** The day from which it would be shown. */
  from: string;
  /** Sent along with the yes. */
  fields: Record<string, string>;
  isUnsure: boolean;
};

/** Exactly what would be shown, by the naming of each use, and the button that says yes. */
export function PreviewPage(props: PreviewPageProps) {
  const { shell, href, agreed, renderings, from, fields, isUnsure } = props;
  const { language } = shell;
  const copy = ownCopy[language];
  const words = copy.preview;
  const error = isUnsure ? words.sureError : null;
  return (
    <CarefulPage shell={shell} title={words.title} noindex isError={isUnsure}>
      <div class="flow column">
        <ErrorSummary language={language} lines={error ? [{ href: '#sure', text: error }] : []} />
        <h1>{words.heading}</h1>
        <p class="lead">{message(words.lead, { date: formatDate(from, language) }, language)}</p>
        {agreed.some((one) => one.goesOnUntil !== null) && <p>{words.goesOn}</p>}
        {namings
          .map((naming) => ({ naming, own: agreed.filter(({ named }) => named === naming) }))
          .filter(({ own }) => own.length > 0)
          .map(({ naming, own }) => (
            <div class="flow preview">
              <ul>
                {own.map(({ use, months, mayTranslate, goesOnUntil }) => (
                  <li>
                    <b>{copy.uses.names[use]}</b>:{' '}
                    {goesOnUntil
                      ? message(words.until, { date: formatDate(goesOnUntil, language) }, language)
                      : message(words.for, { months }, language)}{' '}
                    {mayTranslate ? words.translatable : words.not}
                  </li>
                ))}
              </ul>
              <StoryText story={renderings[naming]} language={language} />
            </div>
          ))}
        <form class="fields" method="post" action={linkFrom(shell, `${href}/agree`)} novalidate>
          {Object.entries(fields).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Checkbox name="sure" language={language} label={words.sure} checked={false} error={error} />
          <Button working={words.working}>{words.yes}</Button>
        </form>
        <p>
          <a href={linkFrom(shell, href)}>{words.back}</a>
        </p>
      </div>
    </CarefulPage>
  );
}

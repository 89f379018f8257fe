import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import type { HelpLinesProps } from '../../../web/components/help-lines.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import { type Blocking, blocking } from '../form-rules.ts';
import { CarefulPage, Help } from './frame.tsx';
import { tellCopy } from './tell-copy.ts';

type InvitationPageProps = {
  shell: Shell;
  href: string;
  partner: string;
  /** The last day of the link. */
  until: string;
  help: HelpLinesProps | null;
  formToken: string;
  values: Record<string, string>;
  errors: readonly FieldError[];
};

/** What telling means, and the questions that keep somebody safe. Looking at it uses nothing up. */
export function InvitationPage(props: InvitationPageProps) {
  const { shell, href, partner, until, help, formToken, values, errors } = props;
  const { language } = shell;
  const words = tellCopy[language].invitation;
  return (
    <CarefulPage shell={shell} title={words.title} noindex isError={errors.length > 0}>
      <div class="flow column">
        <ErrorSummary
          language={language}
          lines={errors.map(({ field }) => ({
            href: `#${field}`,
            text: `${words.questions[field as Blocking]} ${words.choose}`,
          }))}
        />
        <h1>{words.heading}</h1>
        <p class="lead">{message(words.lead, { partner }, language)}</p>
        {words.about.map((line) => (
          <p>{message(line, { partner }, language)}</p>
        ))}
        {help && <Help {...help} />}
        <form class="fields" method="post" action={linkFrom(shell, href)} novalidate>
          <input type="hidden" name="form_token" value={formToken} />
          <p>
            <b>{words.safety}</b>
          </p>
          {blocking.map((name) => (
            <div>
              <YesNo
                name={name}
                label={words.questions[name]}
                words={words}
                value={values[name] ?? ''}
                isMissing={errors.some(({ field }) => field === name)}
              />
            </div>
          ))}
          <Button working={words.working}>{words.button}</Button>
          <p class="hint">{message(words.until, { date: formatDate(until, language) }, language)}</p>
        </form>
      </div>
    </CarefulPage>
  );
}

type YesNoProps = {
  name: string;
  label: string;
  words: { yes: string; no: string; choose: string };
  value: string;
  isMissing: boolean;
};

function YesNo({ name, label, words, value, isMissing }: YesNoProps) {
  return (
    <fieldset
      class={isMissing ? 'choices wrong' : 'choices'}
      id={name}
      tabindex={-1}
      aria-describedby={isMissing ? `${name}-error` : undefined}
    >
      <legend>{label}</legend>
      {isMissing && (
        <p class="error" id={`${name}-error`}>
          {words.choose}
        </p>
      )}
      {(['no', 'yes'] as const).map((choice) => (
        <div class="tick">
          <input
            id={`${name}-${choice}`}
            type="radio"
            name={name}
            value={choice}
            checked={value === choice}
            autocomplete="off"
          />
          <label for={`${name}-${choice}`}>{words[choice]}</label>
        </div>
      ))}
    </fieldset>
  );
}

type StopPageProps = Pick<InvitationPageProps, 'shell' | 'partner' | 'until' | 'help'> & { reason: Blocking };

export function StopPage({ shell, partner, until, help, reason }: StopPageProps) {
  const { language } = shell;
  const words = tellCopy[language].stop;
  return (
    <CarefulPage shell={shell} title={words.title} noindex>
      <div class="flow column">
        <h1>{words.title}</h1>
        <p class="lead">{message(words.reasons[reason], { partner }, language)}</p>
        <p>{message(words.nothing, { date: formatDate(until, language) }, language)}</p>
        {help && <Help {...help} />}
      </div>
    </CarefulPage>
  );
}

/** An invitation that was used, canceled or too old; or a story that its teller has erased. */
export function OverPage({ shell, what }: { shell: Shell; what: 'used' | 'erased' }) {
  const words = tellCopy[shell.language][what];
  return (
    <CarefulPage shell={shell} title={words.title} noindex>
      <div class="flow column">
        <h1>{words.title}</h1>
        <p class="lead">{words.text}</p>
      </div>
    </CarefulPage>
  );
}

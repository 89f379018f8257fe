import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { TextField } from '../../../web/components/field.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { ConsoleForm, Decision } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { actionsCopy } from './actions-copy.ts';

type DecisionName = keyof (typeof actionsCopy)['en']['decisions'];

export type ActionRow = {
  slug: string;
  title: string;
  /** "open, last day June 30, 2027" */
  state: string;
  seen: string;
  decisions: DecisionName[];
  isErased: boolean;
  /** The act that took it from its readers, if it can be undone. */
  undoes: string | null;
  reason: string;
  /** By the name of the field. */
  errors: Record<string, string>;
  values: Record<string, string>;
};

export type ActionsPageProps = {
  frame: ConsoleFrame;
  actions: ActionRow[];
  languages: Language[];
  retentionDays: number;
  isLate: boolean;
};

const pathIn = ({ campaign }: ConsoleFrame, path: string) => `/organize/campaigns/${campaign.slug}${path}`;

export function ActionsPage({ frame, actions, languages, retentionDays, isLate }: ActionsPageProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = actionsCopy[language];
  const lines = actions.flatMap(({ errors }) =>
    Object.entries(errors).map(([name, text]) => ({ href: `#${name}`, text })),
  );
  const possible = new Set(actions.flatMap(({ decisions }) => decisions));
  return (
    <ConsolePage frame={frame} title={words.title} isError={lines.length > 0 || isLate}>
      <div class="flow">
        <ErrorSummary language={language} lines={lines} />
        <p>
          <a href={linkFrom(shell, pathIn(frame, '/write'))}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        {isLate && <Notice news>{words.errors.changed}</Notice>}
        <p>{actions.length > 0 ? words.lead : words.none}</p>
        <ul>
          {[...possible].map((one) => (
            <li>{message(words.means[one], { days: retentionDays }, language)}</li>
          ))}
        </ul>
        {actions.map((action) => (
          <Action frame={frame} action={action} languages={languages} />
        ))}
      </div>
    </ConsolePage>
  );
}

function Action({
  frame,
  action,
  languages,
}: {
  frame: ConsoleFrame;
  action: ActionRow;
  languages: Language[];
}) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = actionsCopy[language];
  const { slug, title, state, seen, decisions, isErased, undoes, reason, errors, values } = action;
  return (
    <section class="flow" id={slug}>
      <h2>{title}</h2>
      <p>{state}</p>
      {isErased && <p>{words.erased}</p>}
      {undoes && (
        <ConsoleForm shell={shell} formToken={formToken} action={pathIn(frame, `/acts/${undoes}/undo`)}>
          <input type="hidden" name="back" value={pathIn(frame, '/write/actions')} />
          <Button secondary>
            {words.undo}
            <span class="unseen"> {title}</span>
          </Button>
        </ConsoleForm>
      )}
      {decisions.length > 0 && (
        <Decision
          shell={shell}
          formToken={formToken}
          action={pathIn(frame, `/write/actions/${slug}`)}
          name={slug}
          seen={seen}
          isAside={decisions[0] === 'remove'}
          choices={decisions.map((value) => ({ value, label: words.decisions[value] }))}
        >
          <TextField
            name={`reason-${slug}`}
            label={words.reason}
            language={language}
            value={reason}
            error={errors[`reason-${slug}`] ?? null}
          />
          {decisions.includes('reject') &&
            languages.map((spoken) => {
              const name = `rejection-${slug}-${spoken}`;
              return (
                <TextField
                  name={name}
                  label={message(words.rejection, { language: words.languages[spoken] }, language)}
                  language={language}
                  value={values[name] ?? ''}
                  error={errors[name] ?? null}
                  optional
                />
              );
            })}
        </Decision>
      )}
    </section>
  );
}

import { Button } from '../../../../web/components/button.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { TextField } from '../../../../web/components/field.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { type Language, message } from '../../../../web/language.ts';
import { Layout } from '../../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import { hoursText } from '../hours-rules.ts';
import { fewestReports } from '../rules.ts';
import type { HoursTotal } from '../store.ts';
import { hoursCopy } from './copy.ts';

export const hoursFormId = 'hours-form';

export type HoursPageProps = {
  shell: Shell;
  event: string;
  token: string;
  /** As stored; null where nothing is. */
  reported: string | null;
  typed: string;
  isWrong: boolean;
};

/** Where volunteers report their hours. */
export function HoursPage({ shell, event, token, reported, typed, isWrong }: HoursPageProps) {
  const { language } = shell;
  const words = hoursCopy[language];
  const path = linkFrom(shell, `/my/${token}/hours`);
  return (
    <Layout shell={shell} title={words.title} isError={isWrong} noindex>
      <div class="flow column">
        <header class="opening">
          <p class="kicker">{event}</p>
          <h1>{words.title}</h1>
        </header>
        {reported !== null && !isWrong && (
          <Notice news>{message(words.reported, { hours: reported }, language)}</Notice>
        )}
        <p class="lead">{words.lead}</p>
        <form class="fields" id={hoursFormId} method="post" action={path} novalidate>
          <ErrorSummary language={language} lines={isWrong ? [{ href: '#hours', text: words.wrong }] : []} />
          <TextField
            name="hours"
            label={words.label}
            hint={words.hint}
            language={language}
            value={typed}
            error={isWrong ? words.wrong : null}
            inputmode="decimal"
            autocomplete="off"
            width="short"
          />
          <Button name="step" value="save" working={words.working}>
            {words.button}
          </Button>
        </form>
        {reported !== null && (
          <form method="post" action={path}>
            <Button secondary name="step" value="take-back" working={words.working}>
              {words.takeBack}
            </Button>
          </form>
        )}
        <p>
          <a href={linkFrom(shell, `/my/${token}`)}>{words.back}</a>
        </p>
      </div>
    </Layout>
  );
}

/** On the own page. */
export function HoursLink({
  shell,
  token,
  reported,
}: {
  shell: Shell;
  token: string;
  reported: string | null;
}) {
  const { language } = shell;
  const words = hoursCopy[language];
  return (
    <p>
      <a href={linkFrom(shell, `/my/${token}/hours`)}>
        {reported === null ? words.link : message(words.change, { hours: reported }, language)}
      </a>
    </p>
  );
}

/** For organizers: a sum, and only of enough people. */
export function HoursSum({ total, language }: { total: HoursTotal; language: Language }) {
  const words = hoursCopy[language];
  const { reports, quarters } = total;
  if (reports === 0) return null;
  if (reports < fewestReports) return <p>{words.few}</p>;
  return <p>{message(words.total, { hours: hoursText(quarters, language), reports }, language)}</p>;
}

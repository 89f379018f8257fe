import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Checkbox, Select } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { PlainConsolePage, SignedIn } from '../../../web/console/console-page.tsx';
import { PasskeyForm } from '../../../web/console/passkey-form.tsx';
import { formatInstant, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { wayBackQuery } from '../way-back-rules.ts';
import { accessCopy } from './access-copy.ts';
import { copy } from './copy.ts';

export type PasskeyPageProps = {
  shell: Shell;
  organizer: { id: string; email: string };
  formToken: string;
  keys: { id: string; label: string; createdAt: Date; lastUsedAt: Date | null }[];
  /** The menu of the reader's first campaign. */
  timeZone: string;
  challenge: string;
  /** The page that asked for the passkey. */
  to: string | null;
  isFresh: boolean;
  dailyMail: boolean;
  problem: 'failed' | 'first' | null;
};

export function PasskeyPage(props: PasskeyPageProps) {
  const { shell, organizer, formToken, to, isFresh, problem } = props;
  const { language } = shell;
  const words = accessCopy[language];
  const masthead = (
    <SignedIn shell={shell} formToken={formToken}>
      {organizer.email}
    </SignedIn>
  );
  return (
    <PlainConsolePage shell={shell} title={words.title} masthead={masthead} isError={problem !== null}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={problem ? [{ href: '#passkeys', text: words.problem[problem] }] : []}
        />
        <p>
          <a href={linkFrom(shell, '/organize')}>{copy[language].refused.home}</a>
        </p>
        <h1>{words.title}</h1>
        {to !== null && !isFresh && <p>{words.to}</p>}
        {isFresh && <p>{words.fresh}</p>}
        {to !== null && isFresh && (
          <p>
            <a href={linkFrom(shell, to)}>{words.go}</a>
          </p>
        )}
        <Passkeys {...props} />
        <Choices {...props} />
      </div>
    </PlainConsolePage>
  );
}

function Passkeys({ shell, organizer, formToken, keys, timeZone, challenge, to, isFresh }: PasskeyPageProps) {
  const words = accessCopy[shell.language];
  const back = to === null ? '' : wayBackQuery(to);
  const ids = keys.map(({ id }) => id);
  const user = { id: organizer.id, name: organizer.email };
  const form = { shell, formToken };
  return (
    <section class="flow" id="passkeys">
      <h2>{words.keys}</h2>
      {keys.length === 0 && <p>{words.none}</p>}
      {keys.length > 0 && <KeyList {...form} keys={keys} timeZone={timeZone} isFresh={isFresh} />}
      {keys.length > 0 && (
        <PasskeyForm
          {...form}
          action={`/organize/passkey${back}`}
          ceremony={{ kind: 'show', challenge, keys: ids }}
          label={words.show}
          working={words.showing}
        />
      )}
      {(keys.length === 0 || isFresh) && (
        <PasskeyForm
          {...form}
          action={`/organize/passkey/new${back}`}
          ceremony={{ kind: 'register', challenge, keys: ids, user }}
          label={keys.length === 0 ? words.add : words.addAnother}
          working={words.adding}
          secondary={keys.length > 0}
        />
      )}
      {keys.length === 1 && <p>{words.another}</p>}
      {keys.length > 0 && <p class="hint">{words.lost}</p>}
    </section>
  );
}

function KeyList({
  shell,
  formToken,
  keys,
  timeZone,
  isFresh,
}: Pick<PasskeyPageProps, 'shell' | 'formToken' | 'keys' | 'timeZone' | 'isFresh'>) {
  const { language } = shell;
  const words = accessCopy[language];
  const date = (at: Date) => formatInstant(at, timeZone, language);
  return (
    <ul>
      {keys.map(({ id, label, createdAt, lastUsedAt }) => (
        <li>
          {message(words.key, { n: label, date: date(createdAt) }, language)} (
          {lastUsedAt ? message(words.used, { date: date(lastUsedAt) }, language) : words.never})
          {isFresh && (
            <ConsoleForm shell={shell} formToken={formToken} action="/organize/passkey/end">
              <input type="hidden" name="key" value={id} />
              <button class="link" type="submit" data-working={words.ending}>
                {words.end}
                <span class="unseen"> {label}</span>
              </button>
            </ConsoleForm>
          )}
        </li>
      ))}
    </ul>
  );
}

function Choices({ shell, formToken, dailyMail }: PasskeyPageProps) {
  const { language } = shell;
  const words = accessCopy[language].mail;
  return (
    <section class="flow">
      <h2>{words.heading}</h2>
      <ConsoleForm shell={shell} formToken={formToken} action="/organize/daily-mail">
        <Checkbox
          name="daily_mail"
          label={words.daily}
          language={language}
          checked={dailyMail}
          error={null}
        />
        <Select
          name="language"
          label={words.language}
          language={language}
          value={language}
          options={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
          error={null}
        />
        <Button secondary working={words.saving}>
          {words.save}
        </Button>
      </ConsoleForm>
    </section>
  );
}

import type { Child } from 'hono/jsx';
import { Button, ButtonLink } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import type { HelpLinesProps } from '../../../web/components/help-lines.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import { type NotShown, type Pay, type SheetUse, type StopReason, topics, type Use } from '../rules.ts';
import { CarefulPage, Help } from './frame.tsx';
import { ownCopy } from './own-copy.ts';
import { tellCopy } from './tell-copy.ts';
import { UsesForm } from './uses-form.tsx';

/** A use that the teller has said yes to, as it stands now. Days are on the city's calendar. */
export type PlaceNow = {
  use: Use;
  why: NotShown | null;
  from: string;
  until: string;
  isToRenew: boolean;
  /** Where the teller can see it; null where it is on no page of everybody. */
  href: string | null;
};

export type OwnPageProps = {
  shell: Shell;
  href: string;
  partner: string;
  help: HelpLinesProps | null;
  /** What was told, for the teller alone; null before it is written. */
  told: Record<(typeof topics)[number], string> | null;
  name: string;
  state: 'none' | 'draft' | 'down' | 'agreed' | 'paused' | 'stopped' | 'closed';
  agreedOn: string;
  stopReason: StopReason | null;
  keptUntil: string | null;
  places: readonly PlaceNow[];
  sheets: readonly { use: SheetUse; on: string; isBack: boolean }[];
  pay: { state: Pay; amount: string | null };
  seen: number;
  values: Record<string, string>;
  errors: readonly FieldError[];
};

/** The teller's own page: the text, what is allowed, where it stands now, and every way to stop it. */
export function OwnPage(props: OwnPageProps) {
  const { shell, href, partner, told, state, errors } = props;
  const { language } = shell;
  const copy = ownCopy[language];
  const words = copy.own;
  const reason = props.stopReason ? message(words.stopReasons[props.stopReason], { partner }, language) : '';
  const values = { date: formatDate(props.agreedOn, language), reason, partner };
  return (
    <CarefulPage shell={shell} title={words.title} noindex isError={errors.length > 0}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={errors.map(({ field, code }) => {
            return { href: `#${field}`, text: (copy.uses.errors as Record<string, string>)[code] ?? '' };
          })}
        />
        <h1>{words.heading}</h1>
        <p class="lead">{message(words.state[state], values, language)}</p>
        {shell.isReadOnly && told && <p class="notice">{words.readOnly}</p>}
        <div class="beside">
          <div class="flow">
            {told && props.places.length > 0 && <Places {...props} />}
            {told ? (
              <Text {...props} />
            ) : (
              <p>
                <ButtonLink href={linkFrom(shell, `${href}/write`)}>{words.write}</ButtonLink>
              </p>
            )}
            {told && props.places.length === 0 && <Places {...props} />}
            {told && <UsesForm {...props} hasName={props.name !== ''} />}
          </div>
          <div class="flow">
            <p class="notice">{message(words.keep, { partner }, language)}</p>
            {props.help && <Help {...props.help} />}
            <End {...props} />
            <PayPart {...props} />
          </div>
        </div>
      </div>
    </CarefulPage>
  );
}

function Text({ shell, href, told, name, keptUntil }: OwnPageProps) {
  const { language } = shell;
  const copy = ownCopy[language];
  return (
    <>
      {topics
        .filter((topic) => told?.[topic])
        .map((topic) => (
          <>
            <p>
              <b>{tellCopy[language].form[topic]}</b>
            </p>
            <blockquote class="prose kept">{told?.[topic]}</blockquote>
          </>
        ))}
      {name !== '' && (
        <p>
          {tellCopy[language].form.name}: {name}
        </p>
      )}
      <p>
        <a href={linkFrom(shell, `${href}/write`)}>{copy.own.change}</a>
      </p>
      {keptUntil && (
        <p class="small">
          {message(copy.own.keptUntil, { date: formatDate(keptUntil, language) }, language)}
        </p>
      )}
    </>
  );
}

function Places(props: OwnPageProps) {
  const { shell, href, places, sheets } = props;
  const { language } = shell;
  const copy = ownCopy[language];
  const words = copy.places;
  return (
    <section class="flow" aria-labelledby="places">
      <h2 id="places">{words.heading}</h2>
      {places.length === 0 ? <p>{words.nowhere}</p> : <Everywhere {...props} />}
      {places.map(({ use, why, from, until, isToRenew, href: at }) => (
        <div class="flow">
          <h3>{copy.uses.names[use]}</h3>
          <p>
            {why === null
              ? message(words.shown, { date: formatDate(until, language) }, language)
              : message(
                  words.why[why],
                  { date: formatDate(from, language), until: formatDate(until, language) },
                  language,
                )}{' '}
            {why === null && at && <a href={linkFrom(shell, at)}>{words.see}</a>}
          </p>
          {isToRenew && <p>{words.renewAsked}</p>}
          {isToRenew && (
            <Press {...props} to={`${href}/renew`} label={words.renew} use={use} working={words.working} />
          )}
          <Press
            {...props}
            to={`${href}/take-down`}
            label={words.takeBack}
            use={use}
            about={copy.uses.names[use]}
            working={words.working}
          />
        </div>
      ))}
      {sheets.length > 0 && (
        <>
          <h3>{words.sheets}</h3>
          <ul>
            {sheets.map(({ use, on, isBack }) => (
              <li>
                {message(
                  words.sheet,
                  { use: copy.uses.names[use], date: formatDate(on, language) },
                  language,
                )}
                : {isBack ? words.back : words.out}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** First on the page, so that nobody has to look for it. */
function Everywhere({ shell, href, state }: OwnPageProps) {
  const words = ownCopy[shell.language].end;
  const isPaused = state === 'paused';
  const press = { shell, working: words.working };
  return (
    <>
      <Press {...press} to={`${href}/take-down`} label={words.down} />
      <p class="hint">{words.downHint}</p>
      <Press
        {...press}
        to={`${href}/${isPaused ? 'resume' : 'pause'}`}
        label={isPaused ? words.resume : words.pause}
      />
      {!isPaused && <p class="hint">{words.pauseHint}</p>}
    </>
  );
}

type PressProps = {
  shell: Shell;
  to: string;
  label: string;
  working: string;
  use?: Use;
  /** For who hears the button without what is around it. */
  about?: string;
};

function Press({ shell, to, label, working, use, about }: PressProps): Child {
  return (
    <form method="post" action={linkFrom(shell, to)}>
      {use && <input type="hidden" name="use" value={use} />}
      <Button secondary working={working}>
        {label}
        {about && <span class="unseen">: {about}</span>}
      </Button>
    </form>
  );
}

function End(props: OwnPageProps) {
  const { shell, href } = props;
  const words = ownCopy[shell.language].end;
  const press = { shell, working: words.working };
  return (
    <section class="flow" aria-labelledby="end">
      <h2 id="end">{words.heading}</h2>
      <p>{words.lead}</p>
      <details>
        <summary>{words.erase}</summary>
        <p class="hint">{words.eraseHint}</p>
        <Press {...press} to={`${href}/erase`} label={words.eraseForGood} />
      </details>
    </section>
  );
}

function PayPart({ shell, href, partner, pay }: OwnPageProps) {
  const { language } = shell;
  const words = ownCopy[language].pay;
  const press = { shell, working: words.working };
  return (
    <section class="flow" aria-labelledby="pay">
      <h2 id="pay">{words.heading}</h2>
      <p>
        {pay.state === 'declined' && pay.amount === null
          ? words.noPay
          : message(words[pay.state], { partner, amount: pay.amount ?? '' }, language)}
      </p>
      {(pay.state === 'none' || pay.state === 'offered') && (
        <Press {...press} to={`${href}/decline`} label={words.decline} />
      )}
      {pay.state === 'declined' && <Press {...press} to={`${href}/accept`} label={words.accept} />}
    </section>
  );
}

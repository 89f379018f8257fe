import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Held } from '../../../web/components/held.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { strikeCopy } from '../../../web/components/strike-copy.ts';
import { ConsoleForm, Decision } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import { districtWords } from '../../../web/console/district-words.ts';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { consoleCopy } from './console-copy.ts';

type State = 'unconfirmed' | 'confirmed' | 'duplicate' | 'flagged' | 'withdrawn' | 'invalidated';
type Opened = { givenName: string; familyName: string; email: string; street: string; comment: string };

export type SignaturePageProps = {
  frame: ConsoleFrame;
  id: string;
  code: string;
  state: State;
  held: {
    state: string;
    action: string;
    place: string;
    zip: string | null;
    source: string;
    received: string;
    confirmed: string | null;
  };
  history: { when: string; what: string; who: string }[];
  isSealed: boolean;
  /** Shown only once, in the answer to the form that opens it. */
  opened: Opened | 'unreadable' | null;
  openingCodes: readonly (keyof (typeof consoleCopy)['en']['one']['sealed']['codes'])[];
  suppressions: { reason: 'bounced' | 'complained'; since: string }[];
  maySend: boolean;
  maySetAside: boolean;
  mayStrike: boolean;
  /** The decision that can be undone. */
  standing: { code: string; isBlocked: boolean } | null;
  reason: { value: string; error: string | null };
  problem: keyof (typeof consoleCopy)['en']['one']['refused'] | null;
  mailProblem: keyof (typeof consoleCopy)['en']['one']['mail']['refused'] | null;
};

export function SignaturePage(props: SignaturePageProps) {
  const { frame, code, history, reason } = props;
  const { language } = frame.shell;
  const words = consoleCopy[language].one;
  const title = message(words.title, { code }, language);
  return (
    <ConsolePage frame={frame} title={title} isError={reason.error !== null}>
      <div class="flow">
        <p>
          <a href={linkFrom(frame.shell, `/organize/campaigns/${frame.campaign.slug}/signatures`)}>
            {words.back}
          </a>
        </p>
        <h1>{title}</h1>
        <Problems {...props} />
        {props.opened && <OpenedPerson language={language} opened={props.opened} />}
        <Held rows={heldRows(props)} />
        <Decide {...props} />
        <Mail {...props} />
        <h2>{words.history}</h2>
        <ConsoleList
          shell={frame.shell}
          caption={words.historyCaption}
          columns={[words.when, words.what, words.who].map((label) => ({ label }))}
          rows={history.map(({ when, what, who }) => [when, what, <span class="address">{who}</span>])}
        />
        <Sealed {...props} />
      </div>
    </ConsolePage>
  );
}

function Problems({ frame, problem, mailProblem, reason }: SignaturePageProps) {
  const { language } = frame.shell;
  const words = consoleCopy[language].one;
  return (
    <>
      {problem && <Notice news>{words.refused[problem]}</Notice>}
      {mailProblem && <Notice news>{words.mail.refused[mailProblem]}</Notice>}
      {reason.error && <ErrorSummary language={language} lines={[{ href: '#reason', text: reason.error }]} />}
    </>
  );
}

function heldRows({ frame, held }: SignaturePageProps): [string, string][] {
  const labels = consoleCopy[frame.shell.language].one.held;
  return [
    [labels.state, held.state],
    [labels.action, held.action],
    [districtWords(labels.place, frame), held.place],
    ...(held.zip === null ? [] : [[labels.zip, held.zip] as [string, string]]),
    [labels.source, held.source],
    [labels.received, held.received],
    ...(held.confirmed === null ? [] : [[labels.confirmed, held.confirmed] as [string, string]]),
  ];
}

function OpenedPerson({ language, opened }: { language: 'en' | 'es'; opened: Opened | 'unreadable' }) {
  const { sealed } = consoleCopy[language].one;
  const text = (value: string) => (value === '' ? sealed.none : <bdi>{value}</bdi>);
  if (opened === 'unreadable') return <Notice>{sealed.unreadable}</Notice>;
  return (
    <section class="notice" aria-label={sealed.heading} role="status">
      <p>{sealed.opened}</p>
      <Held
        rows={[
          [sealed.fields.name, text(`${opened.givenName} ${opened.familyName}`.trim())],
          [sealed.fields.email, <span class="address">{text(opened.email)}</span>],
          [sealed.fields.street, text(opened.street)],
          [sealed.fields.comment, text(opened.comment)],
        ]}
      />
    </section>
  );
}

function Decide(props: SignaturePageProps) {
  const { frame, id, state, maySetAside, mayStrike, standing } = props;
  const { shell } = frame;
  const words = consoleCopy[shell.language].one.decide;
  if (!maySetAside && !mayStrike && !standing) return null;
  const path = `/organize/campaigns/${frame.campaign.slug}/signatures/${id}`;
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{words.heading}</h2>
      {maySetAside && <Aside {...props} value="set-aside" label={words.aside} lead={words.asideLead} />}
      {standing && (state === 'flagged' || state === 'duplicate') && (
        <Aside
          {...props}
          value="take-back"
          label={words.takeBack}
          lead={standing.isBlocked ? words.blocked : words.takeBackLead[state]}
        />
      )}
      {standing && state === 'invalidated' && (
        <p>
          {message(words.takeBackLead.invalidated, { code: standing.code }, shell.language)}{' '}
          <a href={linkFrom(shell, `${path}/strike-off`)}>{words.takeBack}</a>
        </p>
      )}
      {mayStrike && (
        <p>
          <a href={linkFrom(shell, `${path}/strike-off`)}>{words.strike}</a>
        </p>
      )}
    </section>
  );
}

type AsideProps = SignaturePageProps & { value: string; label: string; lead: string };

function Aside({ frame, id, state, value, label, lead, reason, standing }: AsideProps) {
  const { shell } = frame;
  if (standing?.isBlocked) return <p>{lead}</p>;
  return (
    <>
      <p>{lead}</p>
      <Decision
        shell={shell}
        formToken={frame.formToken}
        action={`/organize/campaigns/${frame.campaign.slug}/signatures/${id}/decide`}
        name="one"
        seen={state}
        reason={{ label: consoleCopy[shell.language].one.decide.reason, ...reason }}
        choices={[{ value, label }]}
      />
    </>
  );
}

function Mail({ frame, id, suppressions, maySend }: SignaturePageProps) {
  const { shell, formToken } = frame;
  const words = consoleCopy[shell.language].one.mail;
  if (!maySend && suppressions.length === 0) return null;
  const action = `/organize/campaigns/${frame.campaign.slug}/signatures/${id}/mail`;
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">{words.heading}</h2>
      {suppressions.map(({ reason, since }) => (
        <p>{message(words.suppressed[reason], { instant: since }, shell.language)}</p>
      ))}
      {maySend && suppressions.length === 0 && <p>{words.lead}</p>}
      <ConsoleForm shell={shell} formToken={formToken} action={action}>
        {suppressions.length > 0 ? (
          <Button secondary name="decision" value="lift">
            {words.lift}
          </Button>
        ) : (
          <Button secondary name="decision" value="send">
            {words.button}
          </Button>
        )}
      </ConsoleForm>
    </section>
  );
}

function Sealed({ frame, id, isSealed, openingCodes }: SignaturePageProps) {
  const { shell } = frame;
  const words = consoleCopy[shell.language].one.sealed;
  return (
    <section aria-labelledby="sealed">
      <h2 id="sealed">{words.heading}</h2>
      <p>{isSealed ? words.lead : words.erased}</p>
      {isSealed && (
        <Decision
          shell={shell}
          formToken={frame.formToken}
          action={`/organize/campaigns/${frame.campaign.slug}/signatures/${id}/open`}
          name="open"
          reason={{
            label: words.why,
            codes: openingCodes.map((value) => ({ value, label: words.codes[value] })),
          }}
          choices={[{ value: 'open', label: words.button }]}
        />
      )}
    </section>
  );
}

type StrikePageProps = {
  frame: ConsoleFrame;
  id: string;
  code: string;
  state: State;
  struck: { code: string; isBlocked: boolean } | null;
};

/** Says what striking off changes before it is done. */
export function StrikePage({ frame, id, code, state, struck }: StrikePageProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language].one.decide;
  const one = `/organize/campaigns/${frame.campaign.slug}/signatures/${id}`;
  const title = message(struck ? consoleCopy[language].one.title : words.strikeTitle, { code }, language);
  const form = {
    shell,
    formToken: frame.formToken,
    action: `${one}/strike-off`,
    name: 'strike',
    seen: state,
  };
  const codes = Object.entries(strikeCopy[language]).map(([value, label]) => ({ value, label }));
  return (
    <ConsolePage frame={frame} title={title}>
      <div class="flow">
        <h1>{title}</h1>
        {struck ? (
          <>
            <p>
              {struck.isBlocked
                ? words.blocked
                : message(words.takeBackLead.invalidated, { code: struck.code }, language)}
            </p>
            {!struck.isBlocked && (
              <Decision {...form} choices={[{ value: 'take-back', label: words.takeBack }]} />
            )}
          </>
        ) : (
          <>
            <p>{districtWords(words.strikeLead[state === 'confirmed' ? 'confirmed' : 'other'], frame)}</p>
            <Decision
              {...form}
              reason={{ label: words.strikeReason, codes }}
              choices={[{ value: 'strike-off', label: words.strikeButton }]}
            />
          </>
        )}
        <p>
          <a href={linkFrom(shell, one)}>{words.cancel}</a>
        </p>
      </div>
    </ConsolePage>
  );
}

import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatNumber, formatShortInstant, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { mailCopy } from '../mail-copy.ts';
import type { AskedWords } from '../words.ts';
import { AnswerLines } from './answer-lines.tsx';
import { mailingCopy } from './mailing-copy.ts';

export type OpenState = keyof (typeof mailingCopy)['en']['said'];

type Shown = {
  state: keyof (typeof mailingCopy)['en']['states'];
  people: number;
  leftOut: number;
  queued: number;
  pausedBy: 'bounces' | 'complaints' | null;
  at: Date;
  figures: { sent: number; bounced: number; complained: number };
};

export type MailingPageProps = {
  frame: ConsoleFrame;
  href: string;
  title: string;
  timeZone: string;
  untold: number;
  /** The one that is being prepared or sent. */
  open: (Shown & { state: OpenState; seen: string }) | null;
  earlier: Shown[];
  previews: {
    language: Language;
    title: string;
    subject: string;
    asks: { text: string; asked: AskedWords[] }[];
  }[];
  isChanged: boolean;
  /** As they were typed, one of them too long. */
  longSubjects: Partial<Record<Language, string>> | null;
};

export function MailingPage(props: MailingPageProps) {
  const { frame, title, earlier, previews, isChanged, timeZone, longSubjects } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = mailingCopy[language];
  return (
    <ConsolePage frame={frame} title={words.title} isError={isChanged}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={[
            ...(isChanged ? [{ href: '#mail', text: words.changed }] : []),
            ...(longSubjects ? [{ href: '#mail', text: words.longSubject }] : []),
          ]}
        />
        <p class="small">
          <a href={linkFrom(shell, `/organize/campaigns/${frame.campaign.slug}/responses`)}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p>{message(words.lead, { title }, language)}</p>
        <Now {...props} />
        {previews.map((preview) => (
          <Preview {...preview} shown={language} />
        ))}
        {earlier.length > 0 && (
          <>
            <h2>{words.earlier}</h2>
            <ConsoleList
              shell={shell}
              caption={words.caption}
              columns={[
                { label: words.columns.when },
                { label: words.columns.state },
                { label: words.columns.people, numeric: true },
                { label: words.columns.mailed, numeric: true },
              ]}
              rows={earlier.map(({ state, people, at, figures }) => [
                formatShortInstant(at, timeZone, language),
                words.states[state],
                formatNumber(people, language),
                formatNumber(figures.sent, language),
              ])}
            />
          </>
        )}
      </div>
    </ConsolePage>
  );
}

function Now({ frame, href, open, untold, previews, longSubjects }: MailingPageProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = mailingCopy[language];
  const n = open?.people ?? 0;
  const fill = (template: string) =>
    message(
      template,
      {
        n: open ? n : untold,
        count: formatNumber(n, language),
        people: formatNumber(n, language),
        mailed: formatNumber(open?.figures.sent ?? 0, language),
      },
      language,
    );
  const state = open?.state;
  const isOpen = state !== undefined;
  return (
    <section class="flow" id="mail">
      <p>{isOpen ? fill(words.said[state]) : untold > 0 ? fill(words.untold) : words.nothing}</p>
      {open?.pausedBy && <p>{words.why[open.pausedBy]}</p>}
      {(isOpen || untold > 0) && (
        <ConsoleForm shell={shell} formToken={formToken} action={href} class="decision">
          {open && <input type="hidden" name="seen" value={open.seen} />}
          {!isOpen && (
            <div class="fields">
              {previews.map((one) => (
                <TextField
                  name={`subject.${one.language}`}
                  label={message(words.subject, { language: words.languages[one.language] }, language)}
                  hint={words.subjectHint}
                  language={language}
                  value={longSubjects?.[one.language] ?? one.subject}
                  error={[...(longSubjects?.[one.language] ?? '')].length > 120 ? words.longSubject : null}
                />
              ))}
            </div>
          )}
          <p class="choices">
            {!isOpen && (
              <Button name="decision" value="count" working={words.working}>
                {words.count}
              </Button>
            )}
            {state === 'ready' && n > 0 && (
              <Button name="decision" value="send" working={words.working}>
                {fill(words.send)}
              </Button>
            )}
            {state === 'paused' && (
              <Button name="decision" value="resume" working={words.working}>
                {words.resume}
              </Button>
            )}
            {isOpen && (
              <Button secondary name="decision" value="stop" working={words.working}>
                {state === 'sending' || state === 'paused' ? words.stop : words.drop}
              </Button>
            )}
          </p>
        </ConsoleForm>
      )}
    </section>
  );
}

type PreviewProps = MailingPageProps['previews'][number] & { shown: Language };

function Preview({ language, title, subject, asks, shown }: PreviewProps) {
  const words = mailingCopy[shown];
  const mail = mailCopy[language].news;
  return (
    <section class="flow">
      <h2>{message(words.preview, { language: words.languages[language] }, shown)}</h2>
      <div class="notice flow" lang={language}>
        <p>
          <b>{subject}</b>
        </p>
        <p>{message(mail.lead, { title }, language)}</p>
        {asks.map(({ text, asked }) => (
          <>
            <h3>{text}</h3>
            {asked.map(({ answer }) => answer && <AnswerLines answer={answer} language={language} />)}
          </>
        ))}
      </div>
    </section>
  );
}

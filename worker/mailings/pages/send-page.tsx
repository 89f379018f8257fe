import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { ariaOf, FieldFrame } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { PreviewLinks } from './draft-page.tsx';
import { newsCopy } from './news-copy.ts';

export type SendPageProps = {
  frame: ConsoleFrame;
  href: string;
  languages: readonly Language[];
  subject: string;
  audience: string;
  people: number;
  seen: string;
  /** The name of the city's time zone. */
  zone: string;
  /** The day and hour that were typed. */
  at: string;
  isWrongTime: boolean;
};

/** The last look before it goes. */
export function SendPage(props: SendPageProps) {
  const { frame, href, languages, subject, audience, people, seen, zone, at, isWrongTime } = props;
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = newsCopy[language];
  const fill = (template: string) =>
    message(template, { n: people, people: formatNumber(people, language), subject, zone }, language);
  const field = {
    name: 'at',
    label: fill(words.send.at),
    language,
    error: isWrongTime ? words.send.wrongTime : null,
  };
  return (
    <ConsolePage frame={frame} title={fill(words.send.title)} isError={isWrongTime}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={isWrongTime ? [{ href: '#at', text: words.send.wrongTime }] : []}
        />
        <p class="small">
          <a href={linkFrom(shell, href)}>{words.one.saw}</a>
        </p>
        <h1>
          <bdi>{fill(words.send.title)}</bdi>
        </h1>
        <p class="small">{message(words.one.to, { audience }, language)}</p>
        <p>{fill(words.send.lead)}</p>
        <PreviewLinks frame={frame} href={href} languages={languages} />
        <ConsoleForm shell={shell} formToken={formToken} action={`${href}/send`}>
          <input type="hidden" name="seen" value={seen} />
          <Button name="decision" value="send" working={words.working}>
            {fill(words.send.now)}
          </Button>
        </ConsoleForm>
        <h2>{words.send.or}</h2>
        <ConsoleForm shell={shell} formToken={formToken} action={`${href}/send`}>
          <input type="hidden" name="seen" value={seen} />
          <FieldFrame {...field}>
            <input id="at" name="at" type="datetime-local" value={at} {...ariaOf(field)} />
          </FieldFrame>
          <Button secondary name="decision" value="schedule" working={words.working}>
            {words.send.schedule}
          </Button>
        </ConsoleForm>
      </div>
    </ConsolePage>
  );
}

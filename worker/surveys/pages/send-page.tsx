import assets from '../../../web/assets.gen.json';
import { Button } from '../../../web/components/button.tsx';
import { Held } from '../../../web/components/held.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { RawAnswers } from '../kinds/fields.ts';
import { sendCopy } from './send-copy.ts';
import { SendSheet, type SheetLine } from './send-sheet.tsx';

/** One way to the city's own survey. */
export type Way = {
  label: string;
  tool: string;
  /** Whether the tool takes answers from its address. */
  takesLink: boolean;
  /** Its address in readable form. */
  address: string;
  /** The questions that the link fills in, with the answers. */
  carried: [title: string, answer: string][];
  lines: SheetLine[];
  /** Titles of questions that the city does not ask. */
  notAsked: string[];
  hasPlainView: boolean;
};

export type SendPageProps = {
  shell: Shell;
  survey: { slug: string; title: string };
  backHref: string;
  /** Whose answers these are. */
  from: 'suggested' | 'linked' | 'yours' | 'thanked';
  /** Values in the address that do not fit. */
  dropped: string[];
  hasAnswers: boolean;
  /** A hidden field by which one person's presses are counted once. */
  sender: { name: 'form_token' | 'own'; value: string };
  /** The answers from which the link is built. */
  fields: RawAnswers;
  ways: Way[];
  /** The person comes from our mail. */
  isAsked: boolean;
  isReported: boolean;
  takesSends: boolean;
};

export function SendPage(props: SendPageProps) {
  const { shell, survey, from, dropped, takesSends } = props;
  // Somebody who comes from our mail wants to answer its question, so the button is at the top.
  const isQuestion = props.isAsked && !props.isReported && takesSends;
  const { language } = shell;
  const words = sendCopy[language];
  const count = { n: dropped.length, count: formatNumber(dropped.length, language) };
  return (
    <Layout shell={shell} title={words.title} noindex head={<link rel="stylesheet" href={assets.reports} />}>
      <div class="flow send">
        <p class="kicker">{survey.title}</p>
        <h1>{words.title}</h1>
        {isQuestion && (
          <>
            <Notice>{words.asked}</Notice>
            <Report {...props} />
          </>
        )}
        <p class="lead">{props.hasAnswers ? words.lead[from] : words.none}</p>
        {dropped.length > 0 && (
          <Notice>
            {message(words.dropped, count, language)}
            <ul>
              {dropped.map((written) => (
                <li>
                  <bdi>{written}</bdi>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <p class="back">
          <a href={linkFrom(shell, props.backHref)}>{words.change[from]}</a>
        </p>
        {takesSends ? <Ways {...props} /> : <Notice>{words.notOpen}</Notice>}
        {takesSends && !isQuestion && <Report {...props} />}
      </div>
    </Layout>
  );
}

function Ways(props: SendPageProps) {
  return (
    <>
      {props.ways.map((way, index) => (
        <WayOn {...props} way={way} index={index} />
      ))}
    </>
  );
}

function WayOn({ shell, survey, way, index, sender, fields }: SendPageProps & { way: Way; index: number }) {
  const { language } = shell;
  const words = sendCopy[language];
  const count = { n: way.carried.length, count: formatNumber(way.carried.length, language) };
  return (
    <section class="way beside" aria-labelledby={`way-${index}`}>
      <div class="flow">
        <h2 id={`way-${index}`}>{way.label}</h2>
        <p>{way.takesLink ? message(words.link.lead, count, language) : words.copyLead}</p>
        <p class="small">{message(words.address, { tool: way.tool, address: way.address }, language)}</p>
        <form
          class="fields"
          method="post"
          action={linkFrom(shell, `/surveys/${survey.slug}/opened`)}
          target="_blank"
          rel="noopener noreferrer"
        >
          <Hidden
            fields={{ ...(way.takesLink && fields), way: [String(index)], [sender.name]: [sender.value] }}
          />
          <p class="ways">
            <Button>{words.open}</Button>
            {way.hasPlainView && (
              <Button secondary name="view" value="plain">
                {words.plain}
              </Button>
            )}
          </p>
          <p class="small">{words.newTab}</p>
        </form>
      </div>
      <div class="flow">
        {way.carried.length > 0 && <Held rows={way.carried} />}
        {way.lines.length > 0 && <SendSheet language={language} lines={way.lines} name={`sheet-${index}`} />}
        {way.notAsked.length > 0 && (
          <div>
            <p>{words.notAsked}</p>
            <ul>
              {way.notAsked.map((title) => (
                <li>{title}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function Report({ shell, survey, sender, isReported }: SendPageProps) {
  const words = sendCopy[shell.language].report;
  return (
    <section class="report flow" aria-labelledby="report">
      <h2 id="report">{words.heading}</h2>
      {isReported ? (
        <p>{words.done}</p>
      ) : (
        <form class="fields" method="post" action={linkFrom(shell, `/surveys/${survey.slug}/reported`)}>
          <p>{words.text}</p>
          <Hidden fields={{ [sender.name]: [sender.value] }} />
          <Button working={words.working}>{words.button}</Button>
          <PrivacyLink shell={shell} />
        </form>
      )}
    </section>
  );
}

function Hidden({ fields }: { fields: Record<string, string[]> }) {
  return (
    <>
      {Object.entries(fields).flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
    </>
  );
}

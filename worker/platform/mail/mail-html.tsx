import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { accents, isAccent, schemes } from '../../../web/accents.ts';
import type { Language } from '../../../web/language.ts';

export type MailLayoutProps = {
  language: Language;
  /** The subject; only assistive technology and browser tabs show it. */
  title: string;
  /** What an inbox shows after the subject. */
  preheader?: string;
  /** A small line at the top that says who writes. */
  masthead?: Child;
  children?: Child;
  /** One paragraph each: why the mail was sent, how to stop it, who is behind it. */
  footer?: Child[];
};

const { light, dark } = schemes;
const sans = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const serif = "Charter,'Sitka Text',Cambria,Georgia,serif";

/**
 * Styles are written once: in a style element for programs that read one (Gmail, Apple, Outlook), and on the column for
 * what elements inherit. Styles on each element made up four fifths of a long mail, and Gmail cuts mails at 102 KB.
 */
const column = `padding:32px 24px;word-break:break-word;color:${light.ink};font-family:${sans};font-size:17px;line-height:1.5`;

const elements = [
  `.ink p,.ink td,.ink th{color:${light.ink};font-family:${sans};line-height:1.5}`,
  `.ink h1,.ink h2,.ink caption,.ink .big{color:${light.ink};font-family:${serif};font-weight:700;line-height:1.25}`,
  '.ink h1{font-size:26px;margin:0 0 16px}',
  '.ink div+div>h1{margin-top:48px}',
  '.ink h2{font-size:20px;margin:32px 0 16px}',
  '.ink caption{font-size:20px;text-align:left;padding:32px 0 8px}',
  '.ink p{font-size:17px;margin:0 0 16px}',
  `.ink .muted,.ink .t thead th{color:${light.muted};font-size:14px}`,
  '.ink p.muted{margin:0 0 8px}',
  `.rule{border-top:1px solid ${light.rule}}`,
  '.t{border-collapse:collapse}',
  `.ink .t td,.ink .t th{border-top:1px solid ${light.rule};font-size:16px;font-weight:400;padding:6px 12px 6px 0;vertical-align:top}`,
  '.ink .t thead th,.ink .t thead td{border-top:0;padding:4px 12px 4px 0}',
  '.ink .t .s th,.ink .t .s td{font-weight:700}',
  '.ink .t .n{font-variant-numeric:tabular-nums;white-space:nowrap}',
  '.ink .t .b{vertical-align:middle}',
  '.ink .b td{border:0;padding:0;font-size:0;line-height:0}',
].join('');

const darkSheet = [
  `.paper{background-color:${dark.paper}!important}`,
  `.ink,.ink a{color:${dark.ink}!important}`,
  `.ink p,.ink td,.ink th,.ink h1,.ink h2,.ink caption,.ink .big{color:${dark.ink}!important}`,
  `.ink .muted,.ink .muted a,.ink .t thead th{color:${dark.muted}!important}`,
  `.rule,.ink .t td,.ink .t th{border-color:${dark.rule}!important}`,
  ...Object.entries(accents).flatMap(([name, accent]) => [
    `.accent-${name}{background-color:${accent.dark}!important}`,
    `.ink .accent-${name} a{color:${dark.onAccent}!important}`,
  ]),
].join('');

const sheet = `:root{color-scheme:light dark}${elements}@media (max-width:480px){.inset{padding:16px!important}.ink .t .b{width:18%}}@media (prefers-color-scheme:dark){${darkSheet}}`;

/** Outlook's Word engine does not know max-width. Only Outlook sees this table. */
const wordTable = {
  open: raw(
    '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->',
  ),
  close: raw('<!--[if mso]></td></tr></table><![endif]-->'),
};

/** One column of at most 600 px, no images, nothing loaded from anywhere. */
export function MailLayout(props: MailLayoutProps) {
  return (
    <html lang={props.language}>
      <MailHead title={props.title} />
      <body class="paper" style={`margin:0;padding:0;background-color:${light.paper}`}>
        {props.preheader && <Preheader>{props.preheader}</Preheader>}
        <table {...plainTable} width="100%" class="paper" style={`background-color:${light.paper}`}>
          <tr>
            <td align="center">
              {wordTable.open}
              <table {...plainTable} width="100%" style="max-width:600px;margin:0 auto;text-align:left">
                <tr>
                  <td class="inset ink" style={column}>
                    <MailColumn {...props} />
                  </td>
                </tr>
              </table>
              {wordTable.close}
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

const plainTable = { role: 'presentation', cellpadding: '0', cellspacing: '0', border: 0 } as const;

function MailHead({ title }: { title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <title>{title}</title>
      <style>{raw(sheet)}</style>
    </head>
  );
}

function Preheader({ children }: { children: Child }) {
  return (
    <div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all">{children}</div>
  );
}

function MailColumn({ masthead, children, footer = [] }: MailLayoutProps) {
  return (
    <>
      {masthead && (
        <p class="muted" style="margin-bottom:24px">
          {masthead}
        </p>
      )}
      {children}
      {footer.length > 0 && (
        <table {...plainTable} width="100%" style="margin-top:32px">
          <tr>
            <td class="rule" style="padding-top:16px">
              {footer.map((line) => (
                <MailSmall>{line}</MailSmall>
              ))}
            </td>
          </tr>
        </table>
      )}
    </>
  );
}

export function MailHeading({ level = 1, children }: { level?: 1 | 2; children?: Child }) {
  return level === 2 ? <h2>{children}</h2> : <h1>{children}</h1>;
}

export function MailParagraph({ children }: { children?: Child }) {
  return <p>{children}</p>;
}

export function MailSmall({ children }: { children?: Child }) {
  return <p class="muted">{children}</p>;
}

/**
 * The padding is on the link, so that the whole button can be pressed. Outlook's Word engine applies it to the cell
 * instead.
 */
export function MailButton(props: { href: string; accent: string; children?: Child }) {
  const accent = isAccent(props.accent) ? props.accent : 'navy';
  const color = accents[accent].light;
  const link = `display:inline-block;padding:12px 24px;color:${light.onAccent};font-family:${sans};font-size:18px;font-weight:600;line-height:24px;text-decoration:none`;
  return (
    <table {...plainTable} style="margin:8px 0 24px">
      <tr>
        <td
          class={`accent-${accent}`}
          bgcolor={color}
          align="center"
          style={`background-color:${color};border-radius:4px;mso-padding-alt:12px 24px`}
        >
          <a href={props.href} style={link}>
            {props.children}
          </a>
        </td>
      </tr>
    </table>
  );
}

/** A link inside a sentence. */
export function MailLink({ href, children }: { href: string; children?: Child }) {
  return (
    <a href={href} style="color:inherit;text-decoration:underline">
      {children ?? href}
    </a>
  );
}

type Jsx = { toString(): string | Promise<string> };

/** A part of a mail as HTML. */
export function mailHtml(part: Jsx): string {
  const html = part.toString();
  if (typeof html !== 'string') throw new Error('a mail is rendered at once: none of its parts may be async');
  return html;
}

/** A whole mail as an HTML document. */
export function mailDocument(mail: Jsx): string {
  return `<!doctype html>${mailHtml(mail)}`;
}

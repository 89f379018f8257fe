import type { Child } from 'hono/jsx';
import type { Language } from '../../../web/language.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import { newsCopy } from './news-copy.ts';

type HeadProps = { language: Language; subject: string; from: string; back: string };

const sans = 'font-family:system-ui,sans-serif;font-size:17px;line-height:1.5';

/** What an inbox shows of a mail, above it. */
export function PreviewHead({ language, subject, from, back }: HeadProps) {
  const words = newsCopy[language].preview;
  return (
    <div lang={language} style={`${sans};padding:16px 24px;border-bottom:1px solid;overflow-wrap:anywhere`}>
      <a href={back}>{words.back}</a>
      <br />
      {words.from} {from}
      <br />
      <b>
        {words.subject} {subject}
      </b>
      <br />
      {words.links}
    </div>
  );
}

type TextProps = { head: Child; mailLanguage: Language; mail: Mail };

export function TextPreview({ head, mailLanguage, mail }: TextProps) {
  return (
    <html lang={mailLanguage}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{mail.subject}</title>
        <meta name="color-scheme" content="light dark" />
      </head>
      <body style="margin:0">
        {head}
        <pre style="white-space:pre-wrap;overflow-wrap:anywhere;padding:16px 24px;margin:0">{mail.text}</pre>
      </body>
    </html>
  );
}

import { formatInstant, type Language, message } from '../../../../web/language.ts';
import { Layout } from '../../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import { copy } from './copy.ts';

export type OutboxMail = {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  links: string[];
  state: keyof (typeof copy)['en']['states'];
  createdAt: Date;
};

/** Newest first. The local mailbox is for developers: times are shown in UTC. */
export type OutboxPageProps = {
  shell: Shell;
  /** There is no mail at all. */
  isEmpty: boolean;
  mails: OutboxMail[];
  newest: string | null;
  older: string | null;
};

export function OutboxPage({ shell, isEmpty, mails, newest, older }: OutboxPageProps) {
  const { language } = shell;
  const words = copy[language];
  return (
    <Layout shell={shell} title={words.title} noindex>
      <div class="flow column">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p>{isEmpty ? words.none : words.order}</p>
        <ul class="plain ruled">
          {mails.map((mail) => (
            <li>
              <Mail mail={mail} language={language} />
            </li>
          ))}
        </ul>
        {(newest ?? older) && (
          <nav class="pager" aria-label={words.pages}>
            <ul class="plain">
              {newest && (
                <li>
                  <a href={linkFrom(shell, newest)}>{words.newest}</a>
                </li>
              )}
              {older && (
                <li>
                  <a rel="next" href={linkFrom(shell, older)}>
                    {words.older}
                  </a>
                </li>
              )}
            </ul>
          </nav>
        )}
      </div>
    </Layout>
  );
}

function Mail({ mail, language }: { mail: OutboxMail; language: Language }) {
  const words = copy[language];
  return (
    <article class="mail flow" id={mail.id}>
      <h2 class="subject">
        <bdi>{mail.subject}</bdi>
      </h2>
      <p class="small">
        <bdi>{message(words.to, { to: mail.to }, language)}</bdi>
        {` · ${words.states[mail.state]} · `}
        <time datetime={mail.createdAt.toISOString()}>{formatInstant(mail.createdAt, 'UTC', language)}</time>
      </p>
      <p class="small">{words.links}</p>
      <ul class="plain links">
        {mail.links.map((link) => (
          <li>
            <a href={link}>{link}</a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{message(words.preview, { subject: mail.subject }, language)}</summary>
        <iframe
          sandbox=""
          srcdoc={mail.html}
          loading="lazy"
          title={message(words.preview, { subject: mail.subject }, language)}
        />
      </details>
      <details>
        <summary>{words.text}</summary>
        <pre>{mail.text}</pre>
      </details>
    </article>
  );
}

import { HelpLines, type HelpLinesProps } from '../../../web/components/help-lines.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { asked, type Referral, type ReferralQuestion } from '../referral-rules.ts';
import { CarefulPage } from './frame.tsx';
import { copy } from './referral-copy.ts';

export type Contact = {
  name: string;
  phones: { number: string; href: string; isText: boolean }[];
  site: string | null;
};

export type ReferralPageProps = {
  shell: Shell;
  help: HelpLinesProps | null;
  referral: Referral;
  /** Whom to call, for each question. */
  contacts: Record<ReferralQuestion, Contact[]>;
  links: { services: string; card: string; message: string };
  /** Paths that the browser keeps for when there is no network. */
  keeps: readonly string[];
};

/** The tree on one page, and what stands behind it. */
export function ReferralPage(props: ReferralPageProps) {
  const { shell, help, referral, links } = props;
  const { language } = shell;
  const words = copy[language];
  const { reviewedOn, reviewedBy } = referral;
  return (
    <CarefulPage shell={shell} title={words.title} keeps={props.keeps}>
      <div class="flow">
        <h1>{words.heading}</h1>
        <p class="lead">{words.lead}</p>
        <p>
          {reviewedOn && reviewedBy
            ? message(
                words.reviewed,
                { who: reviewedBy[language], date: formatDate(reviewedOn, language) },
                language,
              )
            : words.notReviewed}
        </p>
        {help && <HelpLines {...help} />}
        <div class="beside">
          <ol class="tree flow plain">
            {asked.map((question, i) => (
              <Question question={question} n={i} {...props} />
            ))}
          </ol>
          <div class="flow">
            <p>
              <a class="button" href={links.message}>
                {words.send}
              </a>
            </p>
            <p class="small">{words.sendNote}</p>
            <p>
              <a href={linkFrom(shell, links.card)}>{words.cardLink}</a>
            </p>
            <p>
              <a href={linkFrom(shell, links.services)}>{words.back}</a>
            </p>
            <Background {...props} />
          </div>
        </div>
      </div>
    </CarefulPage>
  );
}

function Question({
  question,
  n,
  shell,
  referral,
  contacts,
}: ReferralPageProps & { question: ReferralQuestion; n: number }) {
  const { language } = shell;
  const words = copy[language];
  const isLast = n === asked.length - 1;
  return (
    <li class="flow" id={question}>
      <h2>
        {n + 1}. {words.asked[question]}
      </h2>
      {!isLast && (
        <p>
          <b>{words.yes}</b>
        </p>
      )}
      <ul>
        {referral.steps[question].map((step) => (
          <li>{step[language]}</li>
        ))}
      </ul>
      {contacts[question].length > 0 && (
        <>
          <h3>{words.call}</h3>
          <ul>
            {contacts[question].map((contact) => (
              <li>
                <ContactLine contact={contact} words={words} />
              </li>
            ))}
          </ul>
        </>
      )}
      {!isLast && (
        <p>
          <a href={`#${asked[n + 1]}`}>{words.no}</a>
        </p>
      )}
    </li>
  );
}

function ContactLine({ contact, words }: { contact: Contact; words: (typeof copy)['en'] }) {
  const { name, phones, site } = contact;
  return (
    <>
      {name}:
      {phones.map(({ number, href, isText }, i) => (
        <>
          {i > 0 && ','} {isText && `${words.text} `}
          <a href={href}>{number}</a>
        </>
      ))}
      {site && phones.length === 0 && (
        <>
          {' '}
          <a href={site} rel="noreferrer">
            {new URL(site).hostname}
          </a>
        </>
      )}
    </>
  );
}

function Background({ shell, referral: { indicators, myths, laws } }: ReferralPageProps) {
  const { language } = shell;
  const words = copy[language];
  return (
    <>
      {indicators.length > 0 && (
        <>
          <h2>{words.indicators}</h2>
          <p>{words.indicatorsNote}</p>
          <ul>
            {indicators.map((one) => (
              <li>{one[language]}</li>
            ))}
          </ul>
        </>
      )}
      {myths.length > 0 && <h2>{words.myths}</h2>}
      {myths.map(({ myth, fact, source }) => (
        <div>
          <p>
            <b>{words.fact}</b> {fact[language]}
          </p>
          <p>
            <b>{words.myth}</b> {myth[language]}
          </p>
          <Source source={source} label={words.source} />
        </div>
      ))}
      {laws.length > 0 && (
        <>
          <h2>{words.laws}</h2>
          <p>{words.notAdvice}</p>
        </>
      )}
      {laws.map(({ says, source }) => (
        <div>
          <p>{says[language]}</p>
          <Source source={source} label={words.source} />
        </div>
      ))}
    </>
  );
}

function Source({ source, label }: { source: Referral['laws'][number]['source']; label: string }) {
  return (
    <p class="small">
      {label}{' '}
      {source.url === null ? (
        source.name
      ) : (
        <a href={source.url} rel="noreferrer">
          {source.name}
        </a>
      )}
    </p>
  );
}

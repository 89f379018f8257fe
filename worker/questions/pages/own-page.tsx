import { Button } from '../../../web/components/button.tsx';
import { entryCopy } from '../../../web/components/entry-copy.ts';
import { EntryList, type ShownEntry } from '../../../web/components/entry-list.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy as askCopy } from './ask-copy.ts';

export type OwnPageProps = {
  shell: Shell;
  href: string;
  campaign: string;
  /** Null once what was typed is erased. */
  text: string | null;
  /** Which words say where it stands. */
  about: 'unconfirmed' | 'waiting' | 'answered' | 'hidden' | 'taken' | 'gone';
  reason: string;
  entry: ShownEntry | null;
};

/** A question's own page, by the mailed link. */
export function OwnPage({ shell, href, campaign, text, about, reason, entry }: OwnPageProps) {
  const { language } = shell;
  const words = askCopy[language].own;
  return (
    <Layout shell={shell} title={words.title} noindex>
      <div class="flow column">
        <h1>{words.title}</h1>
        {text !== null && (
          <>
            <p>{message(words.asked, { campaign }, language)}</p>
            <blockquote class="prose">{text}</blockquote>
          </>
        )}
        <p class="lead">{message(words.state[about], { reason }, language)}</p>
        {entry && <EntryList shell={shell} entries={[entry]} />}
        {about === 'unconfirmed' && (
          <form method="post" action={linkFrom(shell, `${href}/confirm`)}>
            <Button working={words.confirming}>{words.confirm}</Button>
          </form>
        )}
        {text !== null && (
          <form class="flow" method="post" action={linkFrom(shell, `${href}/erase`)}>
            <p class="small">{words.eraseHint}</p>
            <Button secondary working={words.erasing}>
              {words.erase}
            </Button>
          </form>
        )}
        <BackLink shell={shell} />
        <PrivacyLink shell={shell} />
      </div>
    </Layout>
  );
}

/** To all answers of the campaign. */
export function BackLink({ shell }: { shell: Shell }) {
  if (!shell.campaign) return null;
  return (
    <p>
      <a href={linkFrom(shell, `/campaigns/${shell.campaign.slug}/questions`)}>
        {askCopy[shell.language].sent.back}
      </a>
    </p>
  );
}

/** The same for everybody, whatever became of the form. */
export function SentPage({ shell }: { shell: Shell }) {
  const words = askCopy[shell.language].sent;
  return (
    <Layout shell={shell} title={words.title} noindex>
      <div class="flow column">
        <h1>{words.title}</h1>
        <p class="lead">{words.text}</p>
        <BackLink shell={shell} />
      </div>
    </Layout>
  );
}

/** After a question was deleted, which ended its link. */
export function DeletedPage({ shell }: { shell: Shell }) {
  const words = askCopy[shell.language].own;
  return (
    <Layout shell={shell} title={words.deleted} noindex>
      <div class="flow column">
        <h1>{words.deleted}</h1>
        <p class="lead">{words.state.gone}</p>
        <BackLink shell={shell} />
      </div>
    </Layout>
  );
}

export type VersionsPageProps = { shell: Shell; versions: { label: string; entry: ShownEntry }[] };

/** Every version of one answer, newest first. */
export function VersionsPage({ shell, versions }: VersionsPageProps) {
  const title = entryCopy[shell.language].versions;
  return (
    <Layout shell={shell} title={title} noindex>
      <div class="flow column">
        <h1>{title}</h1>
        {versions.map(({ label, entry }) => (
          <section class="flow" aria-labelledby={`version-${entry.id}`}>
            <h2 id={`version-${entry.id}`}>{label}</h2>
            <EntryList shell={shell} entries={[entry]} isBelow />
          </section>
        ))}
        <BackLink shell={shell} />
      </div>
    </Layout>
  );
}

import type { HelpLinesProps } from '../../../web/components/help-lines.tsx';
import { Social } from '../../../web/components/social.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { topics } from '../rules.ts';
import { copy } from './copy.ts';
import { CarefulPage, Help } from './frame.tsx';
import { copy as partCopy } from './part-copy.ts';
import { type ShownStory, StoryText, whoOf } from './story-text.tsx';

export type HowProps = {
  shell: Shell;
  /** The partners that invite, in words. */
  partners: string;
  /** What the campaign says itself. */
  about: string | null;
  /** In dollars; null before the first payment. */
  paid: string | null;
};

type ListedStory = ShownStory & { href: string };

export type StoriesPageProps = HowProps & {
  /** Where the site is, without a slash at its end. */
  site: string;
  help: HelpLinesProps | null;
  note: string | null;
  stories: readonly ListedStory[];
  /** The addresses of the next page and of the first one. */
  next: string | null;
  first: string | null;
};

const noArchive = <meta name="robots" content="noarchive" />;

/** The stories that are shown, and how they come. */
export function StoriesPage(props: StoriesPageProps) {
  const { shell, site, stories, help, next, first } = props;
  const { language } = shell;
  const words = copy[language];
  const image = `/cards/pages/${shell.campaign?.slug}/stories.png`;
  const { heading, lead } = partCopy[language];
  const social = { shell, site, title: heading, description: lead, image };
  return (
    <CarefulPage
      shell={shell}
      title={words.title}
      description={lead}
      head={
        <>
          {noArchive}
          <Social {...social} />
        </>
      }
    >
      <div class="flow">
        <h1>{heading}</h1>
        <p class="lead">{lead}</p>
        {help && <Help {...help} />}
        <div class="beside">
          <div class="flow">
            {stories.length > 0 ? <ContentNote {...props} /> : <p>{words.none}</p>}
            {stories.map((story) => (
              <Teaser shell={shell} story={story} />
            ))}
            {first && (
              <p>
                <a href={linkFrom(shell, first)}>{words.newest}</a>
              </p>
            )}
            {next && (
              <p>
                <a href={linkFrom(shell, next)}>{words.more}</a>
              </p>
            )}
          </div>
          <How {...props} />
        </div>
        <Act shell={shell} />
      </div>
    </CarefulPage>
  );
}

function ContentNote({ shell, note }: Pick<StoriesPageProps, 'shell' | 'note'>) {
  const words = copy[shell.language].note;
  return (
    <div class="notice">
      <p>
        <b>{words.heading}</b>
      </p>
      <p>{note ?? words.text}</p>
    </div>
  );
}

const excerpt = 180;

function Teaser({ shell, story }: { shell: Shell; story: ListedStory }) {
  const { language } = shell;
  const [text = ''] = topics.map((topic) => story.answers[topic]).filter((answer) => answer !== '');
  const words = copy[language];
  const who = whoOf(story, language);
  return (
    <section class="flow">
      <h2>{who}</h2>
      {story.isExample && <p>{words.example}</p>}
      <p class="prose" lang={story.language === language ? undefined : story.language}>
        {text.length > excerpt ? `${text.slice(0, excerpt).replace(/\s+\S*$/, '')} …` : text}
      </p>
      <p>
        <a href={linkFrom(shell, story.href)}>
          {words.read}
          <span class="unseen">: {who}</span>
        </a>
      </p>
    </section>
  );
}

function How({ shell, partners, about, paid }: HowProps) {
  const { language } = shell;
  const { how } = copy[language];
  return (
    <section class="flow" aria-labelledby="how">
      <h2 id="how">{how.heading}</h2>
      {about && <p>{about}</p>}
      {how.lines.map((line) => (
        <p>{message(line, { partners }, language)}</p>
      ))}
      {paid && <p>{message(how.paid, { amount: paid }, language)}</p>}
    </section>
  );
}

/** So that a reader who is moved finds a door. */
function Act({ shell }: { shell: Shell }) {
  const words = copy[shell.language];
  if (!shell.campaign) return null;
  return (
    <section class="flow not-printed" aria-labelledby="act">
      <h2 id="act">{words.act}</h2>
      <p>
        <a href={linkFrom(shell, `/campaigns/${shell.campaign.slug}`)}>{words.actLink}</a>
      </p>
    </section>
  );
}

type StoryPageProps = Pick<StoriesPageProps, 'shell' | 'help' | 'note'> & { story: ShownStory; back: string };

export function StoryPage({ shell, help, note, story, back }: StoryPageProps) {
  const words = copy[shell.language];
  return (
    <CarefulPage shell={shell} title={words.title} head={noArchive}>
      <div class="flow column">
        <h1>{partCopy[shell.language].heading}</h1>
        <ContentNote shell={shell} note={note} />
        {help && <Help {...help} />}
        <StoryText story={story} language={shell.language} />
        <p class="not-printed">
          <a href={linkFrom(shell, back)}>{words.all}</a>
        </p>
        <Act shell={shell} />
      </div>
    </CarefulPage>
  );
}

/** The same whether a story was taken down, has not begun yet or was never there. */
export function NoStoryPage({ shell, help, back }: Pick<StoryPageProps, 'shell' | 'help' | 'back'>) {
  const words = copy[shell.language];
  return (
    <CarefulPage shell={shell} title={words.title} noindex>
      <div class="flow column">
        <h1>{words.gone.title}</h1>
        <p>{words.gone.text}</p>
        {help && <Help {...help} />}
        <p>
          <a href={linkFrom(shell, back)}>{words.all}</a>
        </p>
      </div>
    </CarefulPage>
  );
}

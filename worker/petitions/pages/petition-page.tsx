import { raw } from 'hono/html';
import { ActionSocial } from '../../../web/components/action-social.tsx';
import { BudgetLinks } from '../../../web/components/budget-links.tsx';
import { Discovery } from '../../../web/components/discovery.tsx';
import { EmbedLink } from '../../../web/components/embed-link.tsx';
import { Fact } from '../../../web/components/fact.tsx';
import { FeedDiscovery, News } from '../../../web/components/news.tsx';
import { PublicEntryLines } from '../../../web/components/public-entry.tsx';
import { ShareKitLink } from '../../../web/components/share-kit-link.tsx';
import { StatementsLink } from '../../../web/components/statements-link.tsx';
import { Timeline } from '../../../web/components/timeline.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { petitionWords } from '../kind-copy.ts';
import { Comments } from './comments.tsx';
import { copy } from './copy.ts';
import { FramedPetition } from './framed-petition.tsx';
import { Opening } from './opening.tsx';
import type { PetitionPageProps, PetitionView } from './petition-view.ts';
import { SignForm } from './sign-form.tsx';
import { stepsOf } from './steps.ts';

export function PetitionPage(props: PetitionPageProps) {
  const { shell, petition, form, notice, site } = props;
  if (shell.frame) return <FramedPetition {...props} frame={shell.frame} />;
  const shown = petition.state !== 'removed';
  return (
    <Layout
      shell={shell}
      title={petition.title}
      description={shown ? petition.ask : undefined}
      isError={form !== null && form.errors.length > 0}
      noindex={!shown}
      head={
        <>
          {shown && (
            <ActionSocial
              shell={shell}
              site={site}
              action={petition}
              counted={petitionWords[shell.language].counted}
            />
          )}
          {shown && <Discovery shell={shell} site={site} action={petition} />}
          <FeedDiscovery shell={shell} />
        </>
      }
    >
      <div class={form ? 'petition' : 'petition formless'}>
        <Opening shell={shell} petition={petition} notice={notice} signable={form !== null} />
        {form && <SignForm form={form} shell={shell} />}
        {shown && <Body shell={shell} petition={petition} news={props.news} parts={props.parts} />}
      </div>
    </Layout>
  );
}

type BodyProps = Pick<PetitionPageProps, 'shell' | 'petition' | 'news' | 'parts'>;

function Body({ shell, petition, news, parts }: BodyProps) {
  const { language } = shell;
  const words = copy[language];
  return (
    <div class="flow">
      <h2>{words.text}</h2>
      {petition.textChange && <TextChange shell={shell} change={petition.textChange} />}
      <div class="flow prose">{raw(petition.bodyHtml)}</div>
      {parts.map(({ section }) => section)}
      <BudgetLinks shell={shell} />
      {petition.facts.length > 0 && (
        <>
          <h2>{words.facts}</h2>
          <div class="facts">
            {petition.facts.map((fact) => (
              <Fact fact={fact} language={language} />
            ))}
          </div>
        </>
      )}
      <News shell={shell} news={news} />
      {petition.state !== 'rejected' && petition.state !== 'upcoming' && (
        <Shown shell={shell} petition={petition} />
      )}
      {petition.state !== 'rejected' && (
        <>
          <h2>{words.next.heading}</h2>
          <Timeline
            steps={stepsOf(petition, { last: parts.flatMap(({ steps }) => steps), language })}
            language={language}
          />
          {petition.state !== 'closed' && <ShareKitLink shell={shell} />}
          <EmbedLink shell={shell} path={petition.path} />
          {petition.state !== 'upcoming' && <StatementsLink shell={shell} slug={petition.slug} />}
        </>
      )}
    </div>
  );
}

function TextChange({ shell, change }: { shell: Shell; change: NonNullable<PetitionView['textChange']> }) {
  const { language } = shell;
  const words = copy[language].texts;
  return (
    <p class="small">
      {message(words.changed, { date: formatDate(change.on, language) }, language)}{' '}
      {change.kind && `${words.kinds[change.kind]} `}
      {change.note} <a href={linkFrom(shell, change.earlierPath)}>{words.earlier}</a>
    </p>
  );
}

function Shown({ shell, petition }: { shell: Shell; petition: PetitionView }) {
  const { language } = shell;
  const { names, comments, commentsPath } = petition;
  const words = copy[language].shown;
  return (
    <>
      <h2>{words.heading}</h2>
      <p class="small">{names.length > 0 ? words.note : words.none}</p>
      {names.length > 0 && (
        <ul class="plain names two">
          {names.map((entry) => (
            <li>
              <PublicEntryLines entry={entry} language={language} />
            </li>
          ))}
        </ul>
      )}
      {comments.length > 0 && (
        <>
          <h2 id="comments">{words.comments}</h2>
          <Comments entries={comments} language={language} />
          {commentsPath && (
            <p>
              <a href={linkFrom(shell, commentsPath)}>{words.allComments}</a>
            </p>
          )}
        </>
      )}
    </>
  );
}

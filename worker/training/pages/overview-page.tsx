import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Social } from '../../../web/components/social.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { Waiting } from '../rules.ts';
import { copy } from './copy.ts';

export type OverviewPageProps = {
  shell: Shell;
  /** Where the site is, without a slash at its end. */
  site: string;
  name: string;
  lead: string;
  modules: { href: string; title: string; lead: string }[];
  /** All lessons for whoever leads a group. */
  print: string;
  waiting: Waiting;
  /** Where the form that begins is sent. */
  begin: string;
  formToken: string;
  /** Somebody's way has ended, because the page was too old or the questions have changed. */
  begunAgain: boolean;
};

export function OverviewPage(props: OverviewPageProps) {
  const { shell, site, name, lead, modules, waiting } = props;
  const { language } = shell;
  const words = copy[language];
  const image = `/cards/pages/${shell.campaign?.slug}/training.png`;
  return (
    <Layout
      shell={shell}
      title={props.begunAgain ? words.beginAgain : name}
      description={lead}
      isError={props.begunAgain}
      head={<Social shell={shell} site={site} title={name} description={lead} image={image} />}
    >
      <div class="flow">
        {props.begunAgain && (
          <Notice news>
            <p>
              <b>{words.beginAgain}</b>
            </p>
            <p>{words.beginAgainText}</p>
          </Notice>
        )}
        <h1>{name}</h1>
        <p class="lead">{lead}</p>
        <div class="beside">
          <div class="flow">
            <p>{message(words.about.text, { modules: modules.length }, language)}</p>
            <form id="begin" method="post" action={linkFrom(shell, props.begin)}>
              <input type="hidden" name="form_token" value={props.formToken} />
              <Button working={words.working}>{words.begin}</Button>
            </form>
            {waiting.n > 0 && <p>{message(words.waiting, waiting, language)}</p>}
            <p class="small">{words.about.privacy}</p>
          </div>
          <section class="flow" aria-labelledby="lessons">
            <h2 id="lessons">{words.lessons}</h2>
            <p>{words.onlyRead}</p>
            <ol>
              {modules.map(({ href, title, lead: about }) => (
                <li>
                  <a href={linkFrom(shell, href)}>{title}</a>
                  <br />
                  <span class="small">{about}</span>
                </li>
              ))}
            </ol>
            <p>
              <a href={linkFrom(shell, props.print)}>{words.printAll}</a>
            </p>
          </section>
        </div>
      </div>
    </Layout>
  );
}

import assets from '../../../web/assets.gen.json';
import { CopyButton } from '../../../web/components/copy-button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { LinkedAddress } from '../../../web/components/linked-address.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { ActionKind } from '../../actions/rules.ts';
import { copy } from './copy.ts';
import { EmbedOptions, type EmbedOptionsProps, problemIn } from './embed-options.tsx';

export type EmbedPageProps = EmbedOptionsProps & {
  heading: string;
  kind: ActionKind;
  preview: { src: string; height: number };
  snippets: { link: string; frame: string; element: string; policy: string };
  /** The shortest address of the page by the source. */
  address: string;
};

/** What to paste into a site: a link that becomes a form, a plain frame, or a short address with its code. */
export function EmbedPage(props: EmbedPageProps) {
  const { shell, heading, action, chosen, preview } = props;
  const { language } = shell;
  const words = copy[language];
  const lead = message(words.lead, { kind: props.kind }, language);
  const problem = problemIn(props);
  return (
    <Layout
      shell={shell}
      title={message(words.title, { title: action.title }, language)}
      description={lead}
      isError={problem !== null}
      head={<link rel="stylesheet" href={assets.posters} />}
    >
      <ErrorSummary language={language} lines={problem ? [{ href: '#accent', text: problem }] : []} />
      <header class="opening">
        <p class="kicker">
          <a href={linkFrom(shell, action.href)}>{action.title}</a>
        </p>
        <h1>{heading}</h1>
        <p class="lead">{lead}</p>
      </header>
      <div class="kit wide beside snippets">
        <EmbedOptions {...props} chosen={chosen} />
        <div class="flow">
          <Levels {...props} />
        </div>
        <div class="flow">
          <h2>{words.preview}</h2>
          <p class="small">{words.previewHint}</p>
          <iframe
            class="preview"
            src={preview.src}
            title={message(words.previewOf, { title: action.title }, language)}
            height={String(preview.height)}
            loading="lazy"
          />
        </div>
      </div>
      <div class="kit wide beside">
        <Notes {...props} />
      </div>
    </Layout>
  );
}

function Levels({ shell, snippets, address }: EmbedPageProps) {
  const { language } = shell;
  const words = copy[language];
  return (
    <>
      <h2>{words.levels}</h2>
      <Snippet id="snippet-link" text={snippets.link} {...words.link1} shell={shell} />
      <Snippet id="snippet-frame" text={snippets.frame} {...words.frame1} shell={shell} />
      <Snippet id="snippet-element" text={snippets.element} {...words.element1} shell={shell} />
      <h3>{words.paper.heading}</h3>
      <p>{words.paper.text}</p>
      <LinkedAddress id="snippet-address" label={words.paper.label} address={address} language={language} />
    </>
  );
}

type SnippetProps = { shell: Shell; id: string; heading: string; text: string; hint: string; label: string };

function Snippet({ shell, id, heading, text, hint, label }: SnippetProps) {
  return (
    <>
      <h3>{heading}</h3>
      <p>{hint}</p>
      <div class="field">
        <label for={id}>{label}</label>
        <textarea class="code" id={id} rows={5} readonly spellcheck={false} lang="zxx">
          {text}
        </textarea>
        <CopyButton of={id} name={label} language={shell.language} />
      </div>
    </>
  );
}

function Notes({ shell, snippets }: EmbedPageProps) {
  const words = copy[shell.language].notes;
  return (
    <>
      <div class="flow">
        <h2>{words.heading}</h2>
        <dl class="held">
          {words.sites.map(({ name, text }) => (
            <div>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div>
            <dt>{words.policy}</dt>
            <dd>
              <code>{snippets.policy}</code>
            </dd>
          </div>
        </dl>
      </div>
      <div class="flow">
        <h2>{words.code.heading}</h2>
        <ul>
          <li>
            <code>undersigned.upgrade(root)</code> {words.code.upgrade}
          </li>
          <li>
            <code>undersigned:ready</code>, <code>undersigned:signed</code>, <code>undersigned:resize</code>{' '}
            {words.code.events}
          </li>
        </ul>
        <p class="small">{words.privacy}</p>
      </div>
    </>
  );
}

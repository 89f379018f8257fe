import { Button } from '../../../web/components/button.tsx';
import { CopyButton } from '../../../web/components/copy-button.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { Certificate } from '../credential.ts';
import type { Waiting } from '../rules.ts';
import { copy } from './copy.ts';

type CertificatePageProps = {
  shell: Shell;
  training: string;
  campaign: string;
  certificate: Certificate;
  jws: string;
  /** The whole address of the page that checks the file. */
  verify: string;
  /** The key of this site's certificates, for /verify. */
  checkKey: string;
  waiting: Waiting;
  form: { action: string; state: string };
  back: string;
  /** Those that ask for it. Their forms open with the certificate filled in. */
  events: readonly { title: string; action: string }[];
};

/** The certificate, to print and to save. Nothing of it is stored. */
export function CertificatePage(props: CertificatePageProps) {
  const { shell, certificate, form } = props;
  const { language } = shell;
  const words = copy[language].certificate;
  return (
    <Layout shell={shell} title={words.title} noindex>
      <div class="beside">
        <Sheet {...props} />
        <div class="flow actions">
          <h2>{words.keep}</h2>
          <p>{words.keepText}</p>
          <p>
            <button class="button" type="button" hidden data-print>
              {words.print}
            </button>
          </p>
          <noscript>
            <p>{words.menu}</p>
          </noscript>
          <form id="made" method="post" action={linkFrom(shell, form.action)}>
            <input type="hidden" name="state" value={form.state} />
            <input type="hidden" name="name" value={certificate.name} />
            <input type="hidden" name="made" value="yes" />
            <Button name="step" value="file" formaction={linkFrom(shell, `${form.action}/file`)}>
              {words.file}
            </Button>
          </form>
          <form
            method="post"
            action={`${linkFrom(shell, `/verify?campaign=${shell.campaign?.slug}`)}#result`}
          >
            <input type="hidden" name="text" value={props.jws} />
            <input type="hidden" name="keys" value={props.checkKey} />
            <Button secondary>{words.check}</Button>
          </form>
          {props.events.map(({ title, action }) => (
            <form method="post" action={linkFrom(shell, action)}>
              <input type="hidden" name="certificate" value={props.jws} />
              <Button secondary name="step" value="certificate">
                {message(words.signUp, { title }, language)}
              </Button>
            </form>
          ))}
          <details>
            <summary>{words.text}</summary>
            <div class="field">
              <label for="jws">{words.text}</label>
              <textarea id="jws" rows={8} readonly>
                {props.jws}
              </textarea>
              <CopyButton of="jws" name={words.text} language={language} />
            </div>
          </details>
          <p>
            <a href={linkFrom(shell, props.back)}>{copy[language].all}</a>
          </p>
        </div>
      </div>
    </Layout>
  );
}

function Sheet(props: CertificatePageProps) {
  const {
    shell: { language },
    training,
    campaign,
    certificate,
    waiting,
    verify,
  } = props;
  const words = copy[language].certificate;
  return (
    <section class="headline-fact flow certificate" aria-labelledby="certificate-heading">
      <h1 id="certificate-heading">{words.title}</h1>
      <p>{certificate.name}</p>
      <div>{words.done}</div>
      <p>{certificate.learned}</p>
      <div>{message(words.on, { date: formatDate(certificate.on, language) }, language)}</div>
      <div>
        {message(words.by, { campaign }, language)} ({training})
      </div>
      <div class="small">
        {words.number}: {certificate.id.replace('urn:uuid:', '')}
      </div>
      <div class="small">{words.says}</div>
      <div class="small">{message(words.checkAt, { address: verify }, language)}</div>
      {waiting.n > 0 && <div class="small">{message(copy[language].waiting, waiting, language)}</div>}
    </section>
  );
}

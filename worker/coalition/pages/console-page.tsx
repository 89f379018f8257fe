import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { partnersConsoleCopy } from './console-copy.ts';

/** A link or a key that was asked for: in the answer to the press alone. */
export type Shown = { what: 'link' | 'key' | 'ended'; text: string | null };

export type PartnersPageProps = {
  frame: ConsoleFrame;
  partners: {
    slug: string;
    name: string;
    isRetired: boolean;
    mayAskContact: boolean;
    hasAgreed: boolean;
    sources: string[];
  }[];
  /** The partner whose link and key can be changed here. */
  open: { slug: string; name: string; seen: string } | null;
  shown: Shown | null;
  mayChange: boolean;
  isChanged: boolean;
};

export function PartnersPage(props: PartnersPageProps) {
  const { frame, partners, open, mayChange, isChanged } = props;
  const { shell } = frame;
  const words = partnersConsoleCopy[shell.language];
  const base = `/organize/campaigns/${frame.campaign.slug}/partners`;
  const { columns } = words;
  return (
    <ConsolePage frame={frame} title={words.title} isError={isChanged}>
      <div class="flow">
        <ErrorSummary
          language={shell.language}
          lines={isChanged ? [{ href: '#access', text: words.changed }] : []}
        />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {open && <Access {...props} open={open} action={`${base}/${open.slug}`} />}
        <ConsoleList
          shell={shell}
          caption={words.caption}
          empty={words.empty}
          columns={[columns.who, columns.sources, columns.state, columns.access].map((label) => ({ label }))}
          rows={partners.map((partner) => [
            partner.name,
            <span class="address">{partner.sources.join(', ') || '–'}</span>,
            stateOf(partner, words),
            mayChange && !partner.isRetired ? (
              <a href={linkFrom(shell, `${base}/${partner.slug}`)}>
                {words.change}
                <span class="unseen">: {partner.name}</span>
              </a>
            ) : (
              '–'
            ),
          ])}
        />
      </div>
    </ConsolePage>
  );
}

type Words = (typeof partnersConsoleCopy)['en'];

function stateOf(
  { isRetired, mayAskContact, hasAgreed }: PartnersPageProps['partners'][number],
  words: Words,
): string {
  if (isRetired) return words.retired;
  const parts = [hasAgreed ? words.agreed : words.notAgreed, ...(mayAskContact ? [words.asks] : [])];
  return parts.join('; ');
}

type AccessProps = PartnersPageProps & { open: NonNullable<PartnersPageProps['open']>; action: string };

function Access({ frame, open, shown, action }: AccessProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = partnersConsoleCopy[language];
  const choices = ['show-link', 'link', 'key', 'end-key'] as const;
  return (
    <section class="flow" id="access">
      <h2>{message(words.accessOf, { partner: open.name }, language)}</h2>
      {shown && (
        <div class="notice" role="status">
          <p>{words.shown[shown.what]}</p>
          {shown.text !== null && (
            <p>
              <code class="address">{shown.text}</code>
            </p>
          )}
        </div>
      )}
      <ConsoleForm shell={shell} formToken={formToken} action={action} class="flow">
        <input type="hidden" name="seen" value={open.seen} />
        {choices.map((choice) => (
          <p>
            <Button name="decision" value={choice} secondary working={words.working}>
              {words.choices[choice]}
            </Button>
            <span class="hint below">{words.effects[choice]}</span>
          </p>
        ))}
      </ConsoleForm>
    </section>
  );
}

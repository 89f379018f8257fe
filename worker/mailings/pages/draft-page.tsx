import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Select, TextArea, TextField } from '../../../web/components/field.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { NewsContent, NewsField, NewsProblem } from '../news-content.ts';
import { newsCopy } from './news-copy.ts';

type Choice = { value: string; label: string };

export type DraftPageProps = {
  frame: ConsoleFrame;
  list: string;
  href: string;
  languages: readonly Language[];
  /** As it was typed, which differs from what is saved where that was refused. */
  typed: NewsContent;
  audience: { of: string; place: string };
  /** Places only where the city has districts. */
  choices: { of: Choice[]; place: Choice[] };
  version: number;
  problems: ReadonlyMap<NewsField, NewsProblem>;
  /** Another organizer has saved in the meantime. */
  conflict: { who: string; when: string; theirs: NewsContent } | null;
  isChanged: boolean;
  tooManyTests: boolean;
  /** Where a test was just sent to. */
  testedTo: string | null;
  isSaved: boolean;
};

export function DraftPage(props: DraftPageProps) {
  const { frame, list, problems, isChanged, conflict, tooManyTests, testedTo, typed } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = newsCopy[language];
  const lines = [
    ...(isChanged ? [{ href: '#draft', text: words.changed }] : []),
    ...(conflict ? [{ href: '#theirs', text: conflictText(conflict, language) }] : []),
    ...(tooManyTests ? [{ href: '#draft', text: words.draft.tooMany }] : []),
    ...[...problems].map(([field, problem]) => ({
      href: `#${field}`,
      text: problemText(field, problem, language),
    })),
  ];
  const subject = typed.subject[language] || Object.values(typed.subject).find((one) => one !== '');
  return (
    <ConsolePage frame={frame} title={subject || words.untitled} isError={lines.length > 0}>
      <div class="flow">
        <ErrorSummary language={language} lines={lines} />
        {testedTo && <Notice news>{message(words.draft.tested, { email: testedTo }, language)}</Notice>}
        <p class="small">
          <a href={linkFrom(shell, list)}>{words.back}</a>
        </p>
        <h1>
          <bdi>{subject || words.untitled}</bdi>
        </h1>
        <p>{words.draft.lead}</p>
        <DraftForm {...props} />
        {conflict && <Theirs {...props} theirs={conflict.theirs} />}
        <Previews {...props} />
      </div>
    </ConsolePage>
  );
}

function conflictText({ who, when }: { who: string; when: string }, language: Language): string {
  return message(newsCopy[language].draft.conflict, { who, when }, language);
}

function fieldName(field: string, language: Language): string {
  const words = newsCopy[language];
  const [part, of] = field.split('.') as ['subject' | 'text', Language];
  return message(words.draft[part], { language: words.languages[of] }, language);
}

function problemText(field: NewsField, problem: NewsProblem, language: Language): string {
  return message(newsCopy[language].problems[problem], { field: fieldName(field, language) }, language);
}

function DraftForm(props: DraftPageProps) {
  const { frame, href, languages, typed, audience, choices, version, problems } = props;
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = newsCopy[language].draft;
  const errorOf = (field: NewsField) => {
    const problem = problems.get(field);
    return problem ? problemText(field, problem, language) : null;
  };
  return (
    <ConsoleForm shell={shell} formToken={formToken} action={href} id="draft">
      <input type="hidden" name="version" value={String(version)} />
      <div class={languages.length > 1 ? 'two-columns' : undefined}>
        {languages.map((one) => (
          <div>
            <TextField
              name={`subject.${one}`}
              label={fieldName(`subject.${one}`, language)}
              hint={words.subjectHint}
              language={language}
              value={typed.subject[one]}
              error={errorOf(`subject.${one}`)}
            />
            <TextArea
              name={`text.${one}`}
              label={fieldName(`text.${one}`, language)}
              hint={words.textHint}
              rows={14}
              language={language}
              value={typed.text[one]}
              error={errorOf(`text.${one}`)}
            />
          </div>
        ))}
      </div>
      <Select
        name="of"
        label={words.to}
        hint={words.toHint}
        language={language}
        value={audience.of}
        options={[{ value: '', label: words.all }, ...choices.of]}
        error={null}
      />
      {choices.place.length > 0 && (
        <Select
          name="place"
          label={words.place}
          language={language}
          value={audience.place}
          options={[{ value: '', label: words.everywhere }, ...choices.place]}
          error={null}
        />
      )}
      <Buttons {...props} />
    </ConsoleForm>
  );
}

function Buttons({ frame }: DraftPageProps) {
  const words = newsCopy[frame.shell.language];
  return (
    <p class="choices">
      <Button name="decision" value="save" working={words.working}>
        {words.draft.save}
      </Button>
      <Button secondary name="decision" value="test" working={words.working}>
        {words.draft.test}
      </Button>
      <Button secondary name="decision" value="count" working={words.working}>
        {words.draft.count}
      </Button>
      <Button secondary name="decision" value="drop" working={words.working}>
        {words.draft.drop}
      </Button>
    </p>
  );
}

function Theirs({ frame, languages, theirs }: DraftPageProps & { theirs: NewsContent }) {
  const { language } = frame.shell;
  const words = newsCopy[language].draft;
  return (
    <section class="flow" id="theirs">
      <h2>{words.theirs}</h2>
      {languages.map((one) => (
        <div class="notice flow" lang={one}>
          <p>
            <b>
              <bdi>{theirs.subject[one]}</bdi>
            </b>
          </p>
          <p class="typed">{theirs.text[one]}</p>
        </div>
      ))}
    </section>
  );
}

function Previews({ frame, href, languages, isSaved }: DraftPageProps) {
  const { shell } = frame;
  const words = newsCopy[shell.language];
  return (
    <section class="flow">
      <h2>{words.draft.preview}</h2>
      {isSaved ? (
        <PreviewLinks frame={frame} href={href} languages={languages} />
      ) : (
        <p>{words.draft.saveFirst}</p>
      )}
    </section>
  );
}

export function PreviewLinks({
  frame: { shell },
  href,
  languages,
}: Pick<DraftPageProps, 'frame' | 'href' | 'languages'>) {
  const words = newsCopy[shell.language];
  const named = (template: string, one: Language) =>
    message(template, { language: words.languages[one] }, shell.language);
  return (
    <ul>
      {languages.flatMap((one) => [
        <li>
          <a href={`${href}/mail/${one}`}>{named(words.draft.asMail, one)}</a>
        </li>,
        <li>
          <a href={`${href}/text/${one}`}>{named(words.draft.asText, one)}</a>
        </li>,
      ])}
    </ul>
  );
}

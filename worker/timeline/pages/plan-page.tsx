import { ButtonLink } from '../../../web/components/button.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { Picture as Drawn } from '../picture-rules.ts';
import type { Line } from '../plan.ts';
import { consoleCopy } from './console-copy.ts';
import { Picture } from './picture.tsx';

type PlanPageProps = {
  frame: ConsoleFrame;
  /** The whole address of a page of the console. */
  path: (rest: string) => string;
  /** In the order of time. */
  lines: readonly Line[];
  picture: Drawn | null;
  hasDates: boolean;
  isFull: boolean;
};

/** The plan as a picture with its table. */
export function PlanPage(props: PlanPageProps) {
  const { frame, path, lines, picture, hasDates, isFull } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const warned = lines.filter(({ warnings }) => warnings.length > 0);
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {!hasDates && <p class="notice">{words.noDates}</p>}
        {isFull ? (
          <p class="notice">{words.full}</p>
        ) : (
          <p class="not-printed">
            <ButtonLink href={linkFrom(shell, path('/new-tactic'))}>{words.add}</ButtonLink>
          </p>
        )}
        {warned.length > 0 && (
          <p class="notice">
            <b>{message(words.look, { n: warned.length }, language)}</b>
          </p>
        )}
        {picture && (
          <figure>
            <figcaption class="hint">{words.key}</figcaption>
            <Picture picture={picture} language={language} />
          </figure>
        )}
        <Lines {...props} />
        {lines.length > 0 && (
          <p class="not-printed">
            <a href={linkFrom(shell, path('/plan.ics'))}>{words.calendar}</a>
          </p>
        )}
      </div>
    </ConsolePage>
  );
}

function Lines({ frame: { shell }, path, lines }: PlanPageProps) {
  const { language } = shell;
  const words = consoleCopy[language];
  return (
    <ConsoleList
      shell={shell}
      caption={words.caption}
      empty={words.empty}
      columns={[
        { label: words.tactic },
        { label: words.when },
        { label: words.forWhat },
        { label: words.outcome },
        { label: words.progress },
      ]}
      rows={lines.map((line) => [
        <>
          <a href={linkFrom(shell, path(`/tactics/${line.id}`))}>{line.title}</a>
          {line.warnings.map((warning) => (
            <p class="hint">
              <b>* {warning}</b>
            </p>
          ))}
        </>,
        message(
          words.span,
          { from: formatDate(line.startsOn, language), until: formatDate(line.endsOn, language) },
          language,
        ),
        <Parts
          of={[
            line.owner ?? words.nobody,
            line.phase ?? words.noPhase,
            line.juncture,
            line.needs.length > 0 && `${words.needs}: ${line.needs.join(', ')}`,
          ]}
        />,
        <Parts of={[line.outcome, line.measure]} />,
        words.progresses[line.progress],
      ])}
    />
  );
}

function Parts({ of }: { of: readonly (string | null | false)[] }) {
  const parts = of.filter(Boolean);
  return <div>{parts.length === 0 ? '–' : parts.map((part) => <div>{part}</div>)}</div>;
}

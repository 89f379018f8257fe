import { Table } from '../../../web/components/table.tsx';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { mapSize, type Point, tiePath } from '../map-rules.ts';
import { type Stakeholder, stakeholderKinds, type Tie, tieKinds } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';
import { markWords, StrategyPage, type StrategyProps } from './frame.tsx';
import { pictureCopy } from './picture-copy.ts';
import { Key, Shapes, Symbolized } from './symbols.tsx';

type MapPageProps = StrategyProps & {
  /** In the order of their numbers. */
  stakeholders: readonly Stakeholder[];
  ties: readonly Tie[];
  places: ReadonlyMap<string, Point>;
  /** There are more than the picture shows. */
  isPart: boolean;
  isPartOfTies: boolean;
};

/** The map and, with the same content, its table. */
export function MapPage(props: MapPageProps) {
  const { frame, stakeholders } = props;
  const { language } = frame.shell;
  const say = pictureCopy[language].map;
  return (
    <StrategyPage {...props} title={say.title} here="map">
      {stakeholders.length === 0 ? (
        <p>{say.empty}</p>
      ) : (
        <>
          <p>{say.lead}</p>
          {props.isPart && (
            <p>{message(say.few, { n: formatNumber(stakeholders.length, language) }, language)}</p>
          )}
          {props.isPartOfTies && (
            <p>{message(say.fewTies, { n: formatNumber(props.ties.length, language) }, language)}</p>
          )}
          <Keys language={language} />
          <p class="hint sideways">{say.sideways}</p>
          <Picture {...props} />
          <Rows {...props} />
        </>
      )}
    </StrategyPage>
  );
}

function Keys({ language }: { language: Language }) {
  const words = consoleCopy[language];
  return (
    <div class="map-keys" aria-hidden="true">
      <p>
        <b>{pictureCopy[language].map.symbols}</b>{' '}
        {stakeholderKinds.map((kind) => (
          <span>
            <Key mark={kind} /> {words.kinds[kind]}
          </span>
        ))}
        <span>
          <Key mark="target" /> {words.target}
        </span>
        <span>
          <Key mark="agent" /> {words.agent}
        </span>
      </p>
      <p>
        <b>{pictureCopy[language].map.lines}</b>{' '}
        {tieKinds.map((kind) => (
          <span>
            <svg class="symbols" width="56" height="16" viewBox="0 0 56 16" aria-hidden="true">
              <path class={`tie ${kind}`} d={tiePath({ kind }, { x: -12, y: 8 }, { x: 66, y: 8 })} />
            </svg>{' '}
            {words.ties[kind]}
          </span>
        ))}
      </p>
    </div>
  );
}

function Picture({ frame, stakeholders, ties, places }: MapPageProps) {
  const { language } = frame.shell;
  const nowhere = { x: 0, y: 0 };
  const at = (id: string) => places.get(id) ?? nowhere;
  return (
    <section class="picture" aria-label={pictureCopy[language].map.picture} tabindex={0}>
      <svg class="symbols" viewBox={`0 0 ${mapSize.width} ${mapSize.height}`} aria-hidden="true">
        <Shapes />
        {tieKinds.map((kind) => {
          const d = ties
            .filter((tie) => tie.kind === kind)
            .map((tie) => tiePath(tie, at(tie.fromId), at(tie.toId)))
            .join('');
          return d && <path class={`tie ${kind}`} d={d} />;
        })}
        {stakeholders.map((one, i) => (
          <Symbolized {...one} {...at(one.id)} n={i + 1} />
        ))}
      </svg>
    </section>
  );
}

function Rows({ frame, path, stakeholders, ties }: MapPageProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const say = pictureCopy[language].map;
  const names = new Map(stakeholders.map(({ id, name }, i) => [id, `${name[language]} (${i + 1})`]));
  const from = Map.groupBy(ties, ({ fromId }) => fromId);
  const tiesOf = (id: string) =>
    tieKinds
      .flatMap((kind) => {
        const those = (from.get(id) ?? []).filter((tie) => tie.kind === kind);
        return those.length === 0
          ? []
          : [`${words.ties[kind]} ${those.map(({ toId }) => names.get(toId)).join(', ')}`];
      })
      .join('; ');
  return (
    <Table
      asList
      caption={say.caption}
      columns={[
        { label: say.number, numeric: true },
        { label: say.name },
        { label: say.kind },
        { label: say.ties },
      ]}
      rows={stakeholders.map((one, i) => [
        formatNumber(i + 1, language),
        <a href={linkFrom(shell, path(`/stakeholders/${one.id}`))}>{one.name[language]}</a>,
        [words.kinds[one.kind], markWords(one, language)].filter(Boolean).join(', '),
        tiesOf(one.id),
      ])}
    />
  );
}

import { type StakeholderKind, stakeholderKinds } from '../rules.ts';

/** A shape for each kind, so that no color is needed to tell them apart. */
const shapes: Record<StakeholderKind, string> = {
  decides: 'M-11-11h22v22h-22z',
  police: 'M0-14L14 11H-14z',
  survivors: 'M-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0z',
  shares: 'M0-15L15 0L0 15L-15 0z',
};
const ring = 'M-17 0a17 17 0 1 0 34 0a17 17 0 1 0-34 0z';
const star = 'M13-22l2 5h5l-4 3l2 5l-5-3l-5 3l2-5l-4-3h5z';

/** Defined once a picture. */
export function Shapes() {
  return (
    <defs>
      {stakeholderKinds.map((kind) => (
        <path id={`s-${kind}`} d={shapes[kind]} />
      ))}
      <path id="s-target" class="ring" d={ring} />
      <path id="s-agent" class="star" d={star} />
    </defs>
  );
}

type SymbolProps = {
  kind: StakeholderKind;
  isTarget: boolean;
  isAgent: boolean;
  x: number;
  y: number;
  n: number;
};

/** One stakeholder with its number and marks. */
export function Symbolized({ kind, isTarget, isAgent, x, y, n }: SymbolProps) {
  return (
    <>
      <use href={`#s-${kind}`} x={x} y={y} />
      {isTarget && <use href="#s-target" x={x} y={y} />}
      {isAgent && <use href="#s-agent" x={x} y={y} />}
      <text x={x} y={y + 4}>
        {n}
      </text>
    </>
  );
}

/** A shape beside its word. */
export function Key({ mark }: { mark: StakeholderKind | 'target' | 'agent' }) {
  const d =
    mark === 'target' ? ring : mark === 'agent' ? 'M0-10l3 7h7l-6 4l3 7l-7-4l-7 4l3-7l-6-4h7z' : shapes[mark];
  return (
    <svg class="symbols" width="28" height="28" viewBox="-20 -20 40 40" aria-hidden="true">
      <path class={mark === 'target' ? 'ring' : mark === 'agent' ? 'star' : undefined} d={d} />
    </svg>
  );
}

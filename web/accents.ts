/** Every color of the pages. The build writes the style sheet's variables from it, and a test checks the contrasts. */
export const schemes = {
  light: {
    paper: '#fdfcf9',
    field: '#ffffff',
    ink: '#1b1a17',
    muted: '#5d5950',
    edge: '#858074',
    rule: '#dcd8ce',
    error: '#b0160f',
    onAccent: '#ffffff',
  },
  dark: {
    paper: '#171613',
    field: '#201f1b',
    ink: '#edeae3',
    muted: '#b3ada1',
    edge: '#858074',
    rule: '#3a3832',
    error: '#ff9a90',
    onAccent: '#171613',
  },
} as const;

export const accents = {
  brick: { light: '#8f3d1c', dark: '#eba27f' },
  teal: { light: '#0b5d61', dark: '#6cc3c4' },
  plum: { light: '#6d2c6f', dark: '#dba3dc' },
  navy: { light: '#1d4079', dark: '#9fbdf2' },
  forest: { light: '#255c34', dark: '#8ecb97' },
} as const;

export type Accent = keyof typeof accents;

export function isAccent(name: string): name is Accent {
  return Object.hasOwn(accents, name);
}

type Scheme = keyof typeof schemes;

export function colorSheet(): string {
  return `${variablesOf('light')}@media (prefers-color-scheme: dark) {${variablesOf('dark')}}`;
}

/** In a frame, the page around it chooses the scheme: see `frameSchemes`. */
export function framedColorSheet(): string {
  const onDarkSystem = variablesOf('dark', '[data-scheme=auto]');
  return `${variablesOf('light')}@media (prefers-color-scheme: dark) {${onDarkSystem}}${variablesOf('dark', '[data-scheme=dark]')}`;
}

/** Printed pages are always on white, with the accents of the light scheme. */
export function paperSheet(): string {
  return Object.entries(accents)
    .map(([name, { light }]) => `.page[data-accent=${name}]{--accent:${light}}`)
    .join('');
}

/** `on` is a selector for the page's root element. */
function variablesOf(scheme: Scheme, on = ''): string {
  const named = Object.entries(accents).map(
    ([name, colors]) => `${on && `${on} `}[data-accent=${name}]{--accent:${colors[scheme]}}`,
  );
  const common = Object.entries(schemes[scheme]).map(
    ([name, color]) => `--${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}:${color};`,
  );
  return `:root${on}{${common.join('')}}${named.join('')}`;
}

import type { Shell } from '../../shell.ts';

export type LinkProblemPageProps = { shell: Shell; problem: 'not-ours' | 'gone' };
export function LinkProblemPage(_props: LinkProblemPageProps) {
  return <></>;
}

import type { Shell } from '../../shell.ts';

export type HomePageProps = {
  shell: Shell;
  campaigns: { slug: string; title: string; city: string; region: string; ask: string; confirmed: number }[];
};
export function HomePage(_props: HomePageProps) {
  return <></>;
}

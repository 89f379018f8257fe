import { formatDay, type Language } from '../../web/language.ts';
import { type CampaignContent, timelineOf } from '../campaigns/rules.ts';
import { copy } from './pages/copy.ts';
import { type Moment, type Picture, pictureOf } from './picture-rules.ts';

type Dates = Pick<CampaignContent, 'phases' | 'junctures'>;

export function hasDates({ phases, junctures }: Dates): boolean {
  return phases.length + junctures.length > 0;
}

/** The lines for today and for the junctures. */
export function momentsOf(
  { junctures }: Pick<Dates, 'junctures'>,
  today: string,
  language: Language,
): Moment[] {
  return [
    { label: copy[language].today, on: today, isToday: true },
    ...junctures.map(({ name, on }) => {
      return { label: `${formatDay(on, language)}: ${name[language]}`, on, isToday: false };
    }),
  ];
}

const looks = { past: 'done', now: 'going', next: 'planned', later: 'planned' } as const;

/** Of phases and junctures alone: what everybody may see. */
export function publicPicture(dates: Dates, today: string, language: Language): Picture | null {
  const phases = timelineOf(dates, today).filter(({ kind }) => kind === 'phase');
  const rows = phases.map(({ slug, name, from, until, when }) => ({
    ...{ id: slug, label: name[language], isHead: true, look: looks[when], from, until },
    needs: [],
  }));
  return pictureOf(rows, momentsOf(dates, today, language));
}

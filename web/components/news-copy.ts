import type { Language } from '../language.ts';

const en = {
  heading: 'News',
  follow: 'Follow along without an account:',
  feed: 'news as an RSS feed',
  calendar: 'dates for your calendar',
  feedTitle: '{campaign}: news',
  calendarTitle: '{campaign}: dates that decide',
};

export const newsCopy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Noticias',
    follow: 'Siga la campaña sin crear una cuenta:',
    feed: 'las noticias por RSS',
    calendar: 'las fechas para su calendario',
    feedTitle: '{campaign}: noticias',
    calendarTitle: '{campaign}: fechas que deciden',
  },
};

import type { Language } from '../language.ts';

const en = {
  heading: 'News',
  reached: {
    petition: '{n, plural, one {One person has} other {{count} people have}} signed: {action}',
    survey: '{n, plural, one {One person has} other {{count} people have}} answered: {action}',
  },
  follow: 'Follow along without an account:',
  feed: 'news as an RSS feed',
  calendar: 'dates for your calendar',
  feedTitle: '{campaign}: news',
  closing: {
    petition: 'Last day to sign: {action}',
    survey: 'Last day to answer: {action}',
  },
  calendarTitle: '{campaign}: dates that decide',
};

export const newsCopy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Noticias',
    reached: {
      petition: '{n, plural, one {Una persona ha firmado} other {{count} personas han firmado}}: {action}',
      survey:
        '{n, plural, one {Una persona ha respondido} other {{count} personas han respondido}}: {action}',
    },
    follow: 'Sígala sin crear una cuenta:',
    feed: 'las noticias por RSS',
    calendar: 'las fechas para su calendario',
    feedTitle: '{campaign}: noticias',
    closing: {
      petition: 'Último día para firmar: {action}',
      survey: 'Último día para responder: {action}',
    },
    calendarTitle: '{campaign}: fechas que deciden',
  },
};

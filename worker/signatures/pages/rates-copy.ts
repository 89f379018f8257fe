import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Unusually many within an hour',
  lead: 'Many from one connection, or of one mail domain or source much more than in the week before. An office, a class or a newsletter can be behind it: count and look before you strike anything off.',
  kinds: {
    connection: 'From one connection',
    domain: 'With addresses at {value}',
    source: 'By the source “{value}”',
  },
  code: 'one domain (code {code})',
  when: '{from} to {until}, “{action}”',
  share: '{n} of the {all} that came in within this hour: {share}',
  count: 'Count them and look closer',
  fine: 'Nothing wrong',
  more: 'Others are shown once these are decided.',
};

export const ratesCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Demasiadas en una hora',
    lead: 'Muchas desde una sola conexión, o de un mismo dominio de correo u origen muchas más que en la semana anterior. Puede deberse a una oficina, una clase o un boletín: cuente y revise antes de anular nada.',
    kinds: {
      connection: 'Desde una sola conexión',
      domain: 'Con direcciones de {value}',
      source: 'Por el origen «{value}»',
    },
    code: 'un mismo dominio (código {code})',
    when: 'De {from} a {until}, «{action}»',
    share: '{n} de las {all} que llegaron en esa hora: {share}',
    count: 'Contarlas y revisarlas',
    fine: 'Todo en orden',
    more: 'Las demás aparecen cuando haya decidido sobre estas.',
  },
};

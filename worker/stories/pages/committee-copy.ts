import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'Stories of survivors',
  lead: 'Each is here because who told it allowed this committee to read it, and only as long as they do. Please do not copy or pass it on.',
  none: 'No story may be shown at the moment.',
  soon: '{n, plural, one {One story is} other {# stories are}} shown here from the first week on.',
};

const es: typeof en = {
  heading: 'Historias de sobrevivientes',
  lead: 'Cada una está aquí porque quien la contó permite que este comité la lea, y solo mientras lo permita. Por favor, no la copien ni la pasen a nadie.',
  none: 'Por ahora no se puede mostrar ninguna historia.',
  soon: '{n, plural, one {Una historia se muestra} other {# historias se muestran}} aquí desde la primera semana.',
};

export const committeeCopy: Record<Language, typeof en> = { en, es };

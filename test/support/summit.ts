const both = (text: string) => ({ en: text, es: `${text} (es)` });

/** A summit on one day: an opening, two sessions side by side, and a closing that ends later than the one beside it. */
export function summitOf(day = '2027-01-14') {
  const at = (time: string) => `${day}T${time}`;
  return {
    kind: 'summit',
    title: both('A small summit'),
    times: [{ slug: 'first', starts: at('09:00'), ends: at('17:00'), capacity: 2 }],
    sessions: [
      {
        slug: 'training',
        title: both('Train the police'),
        starts: at('10:00'),
        ends: at('11:00'),
        room: both('Room A'),
        speakers: [both('Police department'), both('A partner')],
        languages: ['en', 'es'],
        interpretation: both('Spanish by headphones'),
        seats: 40,
        accessibility: both('A loop for hearing aids'),
      },
      { slug: 'opening', title: both('Opening'), starts: at('09:00'), ends: at('10:00') },
      {
        slug: 'shelter',
        title: both('Find a bed'),
        starts: at('10:00'),
        ends: at('11:00'),
        room: both('Room B'),
      },
      { slug: 'closing', title: both('Closing'), starts: at('16:00'), ends: at('17:00') },
    ],
  };
}

/** An evening at which people speak for two minutes and register until noon. */
export function hearingOf(day = '2027-01-14') {
  return {
    kind: 'hearing',
    title: both('A small hearing'),
    times: [{ slug: 'first', starts: `${day}T18:00`, ends: `${day}T20:00` }],
    interpreters: both('Ask the clerk two days before'),
    comment: {
      minutes: 2,
      register_by: `${day}T12:00`,
      url: 'https://city.example.org/speak',
      phone: '704-555-0100',
      place: both('The clerk’s desk'),
    },
  };
}

const both = (text: string) => ({ en: text, es: `${text} (es)` });

/** The kit section of a campaign whose pages people at risk may read. */
export const someCare = {
  help: {
    heading: both('If you need help'),
    lines: [
      { name: both('The help line'), phone: '1-800-555-0100', hours: both('day and night') },
      { name: both('Another line'), phone: '988' },
    ],
    note: both('This site takes no reports.'),
  },
  no_details: both('Please name nobody.'),
  exit: true,
};

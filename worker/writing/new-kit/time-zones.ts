/** The clock of most of a state. Where a state has two, `--time-zone` says the other. */
const zones: Record<string, string> = {
  'America/New_York':
    'CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|IN Indiana|KY Kentucky|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|NH New Hampshire|NJ New Jersey|NY New York|NC North Carolina|OH Ohio|PA Pennsylvania|RI Rhode Island|SC South Carolina|VT Vermont|VA Virginia|WV West Virginia',
  'America/Chicago':
    'AL Alabama|AR Arkansas|IL Illinois|IA Iowa|KS Kansas|LA Louisiana|MN Minnesota|MS Mississippi|MO Missouri|NE Nebraska|ND North Dakota|OK Oklahoma|SD South Dakota|TN Tennessee|TX Texas|WI Wisconsin',
  'America/Denver': 'CO Colorado|ID Idaho|MT Montana|NM New Mexico|UT Utah|WY Wyoming',
  'America/Phoenix': 'AZ Arizona',
  'America/Los_Angeles': 'CA California|NV Nevada|OR Oregon|WA Washington',
  'America/Anchorage': 'AK Alaska',
  'Pacific/Honolulu': 'HI Hawaii',
  'America/Puerto_Rico': 'PR Puerto Rico|VI U.S. Virgin Islands',
  'Pacific/Guam': 'GU Guam',
};

const states = Object.entries(zones).flatMap(([timeZone, list]) =>
  list.split('|').map((state) => ({ code: state.slice(0, 2), name: state.slice(3), timeZone })),
);

/** By its name or its two letters; null for another country's. */
export function findState(typed: string): { name: string; timeZone: string } | null {
  const wanted = typed.trim().toLowerCase();
  const isMeant = ({ code, name }: { code: string; name: string }) =>
    [code.toLowerCase(), name.toLowerCase()].includes(wanted);
  return states.find(isMeant) ?? null;
}

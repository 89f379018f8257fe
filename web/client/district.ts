/** Always offered, because ZIP areas extend beyond the city limits. */
const always = ['', 'outside', 'unknown'];

/**
 * Shows the district question if the ZIP does not settle the district, with only the districts that are possible for
 * that ZIP.
 */
export function askForDistrict(): void {
  const question = document.querySelector<HTMLElement>('[data-zips]');
  const zip = document.querySelector<HTMLInputElement>('#zip');
  const select = question?.querySelector('select');
  if (!question || !zip || !select) return;
  const candidates = candidatesOf(question.dataset.zips ?? '');
  const shownAlready = !question.hidden;
  const update = () => {
    const codes = candidates.get(
      zip.value
        .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
        .trim()
        .slice(0, 5),
    );
    question.hidden = !codes && !shownAlready;
    for (const option of select.options) {
      const fits = !codes?.length || codes.includes(option.value) || always.includes(option.value);
      option.hidden = option.disabled = !fits;
      if (!fits && option.selected) select.value = '';
    }
    if (question.hidden) select.value = '';
  };
  zip.addEventListener('input', update);
  update();
}

/**
 * "28202=1,2 28205" means: 28202 is district 1 or 2, 28205 can be any district. "" if every ZIP settles its district.
 */
function candidatesOf(packed: string): Map<string, string[]> {
  return new Map(
    packed
      .split(' ')
      .filter(Boolean)
      .map((entry) => entry.split('='))
      .map(([zip = '', codes = '']) => [zip, codes.split(',').filter(Boolean)]),
  );
}

/** ZIP areas reach over the city's limits. */
const always = ['', 'outside', 'unknown'];

/** Shows the district question once the ZIP leaves it open, with the districts that ZIP may lie in. */
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

/** "28202=1,2 28205" -> 28202: districts 1 and 2; 28205: any. "" where every ZIP settles it. */
function candidatesOf(packed: string): Map<string, string[]> {
  return new Map(
    packed
      .split(' ')
      .filter(Boolean)
      .map((entry) => entry.split('='))
      .map(([zip = '', codes = '']) => [zip, codes.split(',').filter(Boolean)]),
  );
}

import { leaveNoWayBack } from '../../../web/client/leave.ts';
import { verifyTexts } from '../check.ts';
import { type ReportWords, reportWords } from '../pages/report-words.ts';
import { mayRead } from '../report-rules.ts';

/*
 * The only script of /verify: it checks in the page, so that neither what is checked nor that it is checked is told to
 * anybody. Without it the form goes to the server.
 */

leaveNoWayBack();
const form = document.querySelector<HTMLFormElement>('#verify');
const result = document.querySelector<HTMLElement>('#result');
const files = document.querySelector<HTMLInputElement>('#files');
const text = document.querySelector<HTMLTextAreaElement>('#text');
const keys = document.querySelector<HTMLTextAreaElement>('#keys');

if (form && result && files && text && keys) {
  for (const part of document.querySelectorAll<HTMLElement>('[data-script]')) {
    part.hidden = part.dataset.script !== 'with';
  }
  const titles: Record<string, string> = JSON.parse(form.dataset.titles ?? '{}');
  const words = JSON.parse(form.dataset.words ?? '{}');
  const check = async (given: readonly File[]) => {
    const files = given.map(async (file, nth) => {
      return { name: file.name, text: mayRead(nth, file.size) ? await file.text() : null };
    });
    const texts = [text.value, ...(await Promise.all(files))];
    const language = document.documentElement.lang === 'es' ? 'es' : 'en';
    show(reportWords(await verifyTexts(texts, keys.value), { words, language, titles }));
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void check([...(files.files ?? [])]);
  });
  files.addEventListener('change', () => void check([...(files.files ?? [])]));
  form.addEventListener('dragover', (event) => event.preventDefault());
  form.addEventListener('drop', (event) => {
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (dropped.length === 0) return;
    event.preventDefault();
    void check(dropped);
  });
}

function show({ heading, lines }: ReportWords): void {
  const title = document.createElement('h2');
  title.textContent = heading;
  title.tabIndex = -1;
  const list = document.createElement('ul');
  for (const { state, label, text: words } of lines) {
    const item = document.createElement('li');
    item.className = state;
    const strong = document.createElement('strong');
    strong.textContent = `${label}: `;
    item.append(strong, words);
    list.append(item);
  }
  result?.replaceChildren(title, list);
  title.focus();
}

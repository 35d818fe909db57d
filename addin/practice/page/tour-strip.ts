/**
 * The guided tour's next step above the cells, where the window was opened from the practice workspace: who fills in cells need not go back to the
 * other page to read on. The server that serves this window tells it; where it does not, there is no strip.
 */
import { tell } from './ask.ts';
import { words } from './words.ts';

const everyMs = 2000;
const address = 'tour';

interface Told {
  readonly no: number;
  readonly all: number;
  readonly title: string;
  readonly lines: readonly string[];
  /** Title of the one to be. */
  readonly as: string;
  readonly copy: { readonly label: string; readonly text: string } | null;
  /** Else it is done in the chat. */
  readonly here: boolean;
}

export function tourStrip(strip: HTMLDetailsElement, language: string): void {
  const lang = language.startsWith('zh') ? 'zh' : 'en';
  // Where there is little room only the step's name is seen at first.
  strip.open = innerHeight > 640 && innerWidth > 700;
  let shown = '';
  const look = async (): Promise<void> => {
    if (document.hidden) return;
    const told = await asked(lang);
    const key = JSON.stringify(told);
    if (key === shown) return;
    shown = key;
    strip.hidden = told === null;
    if (told !== null) strip.replaceChildren(...partsOf(told));
  };
  void look();
  setInterval(() => void look(), everyMs);
  document.addEventListener('visibilitychange', () => void look());
}

async function asked(lang: 'zh' | 'en'): Promise<Told | null> {
  try {
    const answer = await fetch(address);
    const body: unknown = answer.ok ? await answer.json() : null;
    return stepIn(objOf(body).step, lang);
  } catch {
    return null;
  }
}

function stepIn(given: unknown, lang: 'zh' | 'en'): Told | null {
  const { no, all, title, lines, as, copy, inSpreadsheet } = objOf(given);
  if (typeof no !== 'number' || typeof all !== 'number' || !Array.isArray(lines)) return null;
  const said = (words: unknown): string => String(objOf(words)[lang] ?? '');
  const { label, text } = objOf(copy);
  return {
    no,
    all,
    title: said(title),
    lines: lines.map(said),
    as: typeof as === 'string' ? as : '',
    copy: typeof text === 'string' ? { label: said(label), text } : null,
    here: inSpreadsheet === true,
  };
}

const objOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function partsOf({ no, all, title, lines, as, copy, here }: Told): readonly HTMLElement[] {
  const summary = document.createElement('summary');
  const name = document.createElement('strong');
  name.textContent = words.tour;
  summary.append(name, ` ${no}/${all} ${title}${as === '' ? '' : ` · ${as}`}${here ? '' : words.inChat}`);
  const list = document.createElement(lines.length > 1 ? 'ol' : 'ul');
  for (const line of lines) {
    const item = document.createElement('li');
    item.textContent = line;
    list.append(item);
  }
  return copy === null ? [summary, list] : [summary, list, copyButton(copy.label, copy.text)];
}

function copyButton(label: string, text: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () =>
    navigator.clipboard.writeText(text).then(
      () => {
        button.textContent = `✓ ${words.copied}`;
      },
      () => void tell(words.copyByHand),
    ),
  );
  return button;
}

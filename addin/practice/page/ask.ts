/** Dialogs of the window: to tell something, to ask yes or no, or for a line of text. */
import { words } from './words.ts';

function opened(
  message: string,
  title: string,
  buttons: readonly string[],
  input: HTMLInputElement | null,
): Promise<string | null> {
  const dialog = document.createElement('dialog');
  const form = document.createElement('form');
  form.method = 'dialog';
  if (title !== '') {
    const heading = document.createElement('h2');
    heading.textContent = title;
    form.append(heading);
  }
  const text = document.createElement('p');
  text.textContent = message;
  form.append(text);
  if (input) form.append(input);
  const row = document.createElement('div');
  row.className = 'dialog-buttons';
  for (const [index, name] of buttons.entries()) {
    const button = document.createElement('button');
    button.value = name;
    button.textContent = name;
    if (index === 0) button.className = 'main';
    row.append(button);
  }
  form.append(row);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(dialog.returnValue === '' ? null : dialog.returnValue);
    });
  });
}

export const tell = async (message: string, title = ''): Promise<void> =>
  void (await opened(message, title, [words.ok], null));

export const confirmed = async (message: string, title = '', yes: string = words.yes): Promise<boolean> =>
  (await opened(message, title, [yes, words.no], null)) === yes;

export async function askText(message: string, before: string): Promise<string | null> {
  const input = document.createElement('input');
  input.value = before;
  input.ariaLabel = message;
  const answer = await opened(message, '', [words.yes, words.no], input);
  return answer === words.yes ? input.value : null;
}

export interface Choice {
  readonly name: string;
  readonly act: () => void;
  readonly chosen?: boolean;
}

let closeOpen: () => void = () => {};

/** A list beside a place of the window; arrow keys, Enter and Escape work. */
export function menu(choices: readonly Choice[], left: number, top: number, name: string): void {
  closeOpen();
  const list = document.createElement('div');
  list.className = 'menu';
  list.role = 'listbox';
  list.ariaLabel = name;
  for (const { name: text, act, chosen } of choices) {
    const item = document.createElement('button');
    item.type = 'button';
    item.role = 'option';
    item.textContent = text;
    item.ariaSelected = String(chosen ?? false);
    item.addEventListener('click', () => {
      close();
      act();
    });
    list.append(item);
  }
  document.body.append(list);
  // Wherever it was asked for, the whole of it stays inside the window.
  const inside = (wanted: number, size: number, room: number) => Math.max(4, Math.min(wanted, room - size - 4));
  Object.assign(list.style, {
    left: `${inside(left, list.offsetWidth, innerWidth)}px`,
    top: `${inside(top, list.offsetHeight, innerHeight)}px`,
  });
  list.querySelector('button')?.focus();
  const away = (event: Event) => event.target instanceof Node && !list.contains(event.target) && close();
  const close = () => {
    list.remove();
    document.removeEventListener('mousedown', away, true);
    closeOpen = () => {};
  };
  closeOpen = close;
  document.addEventListener('mousedown', away, true);
  list.addEventListener('keydown', (event) => {
    const items = [...list.querySelectorAll('button')];
    const at = items.findIndex((item) => item.matches(':focus'));
    if (event.key === 'ArrowDown') items[Math.min(items.length - 1, at + 1)]?.focus();
    else if (event.key === 'ArrowUp') items[Math.max(0, at - 1)]?.focus();
    else if (event.key === 'Escape') {
      close();
      document.querySelector<HTMLElement>('.editor')?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

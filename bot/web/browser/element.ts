/** The page's elements: found or made. Text is only ever set as text. */
import type { Words } from '../../../core/words.ts';

/** @throws where the page lacks it, which is a mistake of ours */
export function found<E extends HTMLElement>(within: ParentNode, selector: string, kind: new () => E): E {
  const element = within.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`the page has no ${selector}`);
  return element;
}

/** Null where the page, at this stage, does not have it. */
export function sought<E extends HTMLElement>(within: ParentNode, selector: string, kind: new () => E): E | null {
  const element = within.querySelector(selector);
  return element instanceof kind ? element : null;
}

/** Chinese, and English beside it, in an element that takes the place of what was there. */
export function tell(element: HTMLElement, { zh, en }: Words): void {
  element.replaceChildren(span(zh), ' ', span(en, 'en'));
  element.hidden = false;
}

export function span(text: string, className = ''): HTMLSpanElement {
  const made = document.createElement('span');
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

export function line(tag: 'p' | 'li' | 'div', words: Words, className = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  tell(made, words);
  return made;
}

/** Lets the browser paint. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

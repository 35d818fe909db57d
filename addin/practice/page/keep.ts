/** The workbook stays in this browser, so that loading the page again is opening the file again. */
import { createStore, get, set } from 'idb-keyval';
import type { Book } from '../model/book.ts';

const store = createStore('mingchou-practice-excel', 'workbook');
const key = 'open';

export async function keptBook(): Promise<Book | null> {
  try {
    return (await get<Book>(key, store)) ?? null;
  } catch {
    // A browser may forbid its store; the window then begins blank.
    return null;
  }
}

export const keepBook = (book: Book): Promise<void> => set(key, book, store);

/** A workbook's way to the desk, for what the tour does in the reader's place: the same code from the chat and the same requests as the pane's. */
import { type AnswerOf, endpoints, type RequestOf } from '../../../core/api/endpoints.ts';
import type { Shape } from '../../../core/wire.ts';
import { parseWire } from '../../../core/wire.ts';
import type { Driver } from '../workspace/driver.ts';

export interface Workbook {
  readonly books: () => Promise<AnswerOf<'books'>['books']>;
  /** All rows of a book. */
  readonly rows: (book: RequestOf<'rows'>) => Promise<AnswerOf<'rows'>>;
  readonly submit: (
    what: Pick<RequestOf<'submit'>, 'sheet' | 'book' | 'rows'>,
    year: number | null,
  ) => Promise<AnswerOf<'submit'>>;
}

/** Where the desk answers, and the chat in which it gives its codes. */
export interface WorkbookGround {
  readonly deps: { readonly site: string };
  readonly driver: Pick<Driver, 'user'>;
  /** Marks what is sent, so that it is taken once; by chance unless told otherwise. */
  readonly makeId?: () => string;
}

/** @throws where the desk refuses: the step is then not done, and its reader does it by hand */
export async function workbookOf(
  { deps: { site }, driver, makeId = () => crypto.randomUUID() }: WorkbookGround,
  title: string,
): Promise<Workbook> {
  const { said } = await driver.user(title).command('/mingchou', '填报');
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(said.join('\n'))?.[0] ?? '';
  let token = '';

  async function asked<T>(shape: Shape<T>, path: string, body: object | null): Promise<T> {
    const answer = await fetch(`${site}${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
    const parsed = parseWire(shape, await answer.json());
    if (!answer.ok || !parsed.ok) throw new Error(`${path} was answered with ${answer.status}`);
    return parsed.value;
  }

  const signedIn = await asked(endpoints.signIn.answer, endpoints.signIn.path, { code });
  token = signedIn.token;
  const { office, department } = signedIn.who;
  return {
    books: async () => (await asked(endpoints.books.answer, endpoints.books.path, null)).books,
    rows: async ({ sheet, book }) => {
      const path = `${endpoints.rows.path}?${new URLSearchParams({ sheet, book })}`;
      const first = await asked(endpoints.rows.answer, path, null);
      const rows = [...first.rows];
      for (let { next } = first; next !== null; ) {
        const page = await asked(endpoints.rows.answer, `${path}&${new URLSearchParams({ after: next })}`, null);
        rows.push(...page.rows);
        next = page.next;
      }
      return { ...first, rows, next: null };
    },
    submit: (what, year) =>
      asked(endpoints.submit.answer, endpoints.submit.path, {
        ...what,
        batch: makeId(),
        workbook: { office, department, year },
        reason: '',
      } satisfies RequestOf<'submit'>),
  };
}

/** The row as a workbook sends it: new, or with what is put into cells of a row that the desk holds. */
export const changeOf = (
  id: string,
  held: AnswerOf<'rows'>['rows'][number] | null,
  cells: Readonly<Record<string, string>>,
): RequestOf<'submit'>['rows'][number] => ({
  id,
  base: held?.version ?? null,
  set: Object.fromEntries(Object.entries(cells).map(([field, now]) => [field, { was: held?.cells[field] ?? '', now }])),
  withdrawn: false,
});

/** The desk as a workbook sees it: one method for each request of `core/api/endpoints.ts`, and the record of a draw. Nothing is thrown. */
import type {
  Books,
  draws,
  Figures,
  RowsPage,
  reference,
  SignedIn,
  Submission,
  Submitted,
  ValueOf,
} from '../../core/api/shapes.ts';
import type { BookRef } from '../../core/sheet/book.ts';
import type { Words } from '../../core/words.ts';

export interface ApiTrouble {
  /** `offline`: no answer came, so that nobody knows whether the desk got it; `signed-out`: the token is worth nothing (any more). */
  readonly kind: 'offline' | 'signed-out' | 'problem';
  /** 0 where there was no answer. */
  readonly status: number;
  readonly words: Words;
}
export type ApiDone<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: ApiTrouble };

export interface Api {
  signIn(request: { readonly code: string }): Promise<ApiDone<SignedIn>>;
  signOut(): Promise<ApiDone<unknown>>;
  books(): Promise<ApiDone<Books>>;
  /** @param query `after` is what the page before gave as `next` */
  rows(query: BookRef & { readonly after?: string }): Promise<ApiDone<RowsPage>>;
  reference(query: BookRef): Promise<ApiDone<ValueOf<typeof reference>>>;
  submit(request: Submission): Promise<ApiDone<Submitted>>;
  draws(): Promise<ApiDone<ValueOf<typeof draws>>>;
  figures(): Promise<ApiDone<Figures>>;
  /** The whole published record of a draw. */
  record(no: number): Promise<ApiDone<unknown>>;
}

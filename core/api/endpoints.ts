/** Every request of the interface on one screen: server, client and OpenAPI document are made from this table. */
import type { Shape } from '../wire.ts';
import {
  bookQuery,
  books,
  draws,
  figures,
  nothing,
  reference,
  rowsPage,
  signedIn,
  signInRequest,
  submission,
  submitted,
  type ValueOf,
} from './shapes.ts';

export const endpoints = {
  /** A code from the chat (`/mingchou excel`) for a token; the only one without a token. */
  signIn: { method: 'post', path: '/api/sign-in', request: signInRequest, answer: signedIn },
  signOut: { method: 'post', path: '/api/sign-out', request: nothing, answer: nothing },
  /** Who the token belongs to, and what may be opened. */
  books: { method: 'get', path: '/api/books', request: nothing, answer: books },
  rows: { method: 'get', path: '/api/rows', request: bookQuery, answer: rowsPage },
  reference: { method: 'get', path: '/api/reference', request: bookQuery, answer: reference },
  submit: { method: 'post', path: '/api/rows', request: submission, answer: submitted },
  draws: { method: 'get', path: '/api/draws', request: nothing, answer: draws },
  figures: { method: 'get', path: '/api/figures', request: nothing, answer: figures },
} as const;
export type Endpoint = keyof typeof endpoints;
export type RequestOf<E extends Endpoint> = ValueOf<(typeof endpoints)[E]['request']>;
export type AnswerOf<E extends Endpoint> = ValueOf<(typeof endpoints)[E]['answer']>;

export interface EndpointLine<E extends Endpoint> {
  readonly method: 'get' | 'post';
  readonly path: `/api/${string}`;
  readonly request: Shape<RequestOf<E>>;
  readonly answer: Shape<AnswerOf<E>>;
}
const lines: { readonly [E in Endpoint]: EndpointLine<E> } = endpoints;
/** A line of the table, with its shapes by the endpoint's name. */
export const lineOf = <E extends Endpoint>(name: E): EndpointLine<E> => lines[name];
/** In the order of the table. Its keys are its endpoints; the compiler calls them text. */
export const endpointNames = Object.keys(endpoints) as readonly Endpoint[];

/** Bytes of a request's body, JSON in UTF-8: whoever sends rows cuts them into requests well below it. */
export const bytesMost = (endpoint: Endpoint): number => (endpoint === 'submit' ? 2_000_000 : 1_000_000);

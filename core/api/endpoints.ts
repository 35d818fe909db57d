/** Every request of the interface on one screen: server, client and OpenAPI document are made from this table. */
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

/** What is refused about chat accounts, their codes and channels. */
export type ChatRefusal =
  /** Not to be told apart from outside: never issued, used up, too old, or of another purpose. */
  | { readonly reason: 'no-such-code' }
  | { readonly reason: 'linked-already'; readonly person: string }
  | { readonly reason: 'not-linked'; readonly user: string }
  | { readonly reason: 'not-a-place'; readonly place: string };

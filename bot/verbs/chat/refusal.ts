/** What is refused about chat accounts, their codes and channels. */
export type ChatRefusal =
  /** Not to be told apart from outside: never issued, used up, too old, or of another purpose. */
  | { readonly reason: 'no-such-code' }
  | { readonly reason: 'too-many-tries'; readonly most: number }
  /** Of a private link into the pages, likewise. */
  | { readonly reason: 'no-such-link' }
  /** Of a code for the pane, likewise. */
  | { readonly reason: 'no-such-pane-code' }
  /** Codes tried from one address within the hour. */
  | { readonly reason: 'too-many-codes'; readonly most: number }
  /** A token of the pane that is worth nothing: never given, too old, ended, or its holder is no longer on the roll. */
  | { readonly reason: 'no-such-token' }
  /** The holder's department or roles are others than when he signed in. */
  | { readonly reason: 'rights-changed' }
  | { readonly reason: 'bad-account'; readonly platform: string; readonly user: string }
  | { readonly reason: 'linked-already'; readonly person: string }
  | { readonly reason: 'not-linked'; readonly user: string }
  | { readonly reason: 'not-a-place'; readonly place: string }
  | { readonly reason: 'bad-channel'; readonly channel: string };

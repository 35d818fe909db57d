/** What is refused about invitations to joint tasks, plans from above, missing items and suggestions to join. */
export type InviteRefusal = { readonly reason: 'no-invitation'; readonly invitation: number };

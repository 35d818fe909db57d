/** What is refused about a consultation, an invitation, a plan from above. */
export type ConsultRefusal = { readonly reason: 'no-consultation'; readonly consultation: string };

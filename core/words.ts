/** What a person reads, in both of the product's languages; every refusal and fact has its words once, beside its stage. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

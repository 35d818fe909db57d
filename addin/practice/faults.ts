/** Faults on demand, counted in batches from now on, so that a test or a demonstration can see what an add-in makes of them. */
export interface Fault {
  /** 1: the next batch. */
  readonly batch: number;
  readonly what:
    | { readonly kind: 'refuse'; readonly code: string; readonly message?: string }
    /** Carried out, and its answer never arrives. */
    | { readonly kind: 'lose-answer' }
    | { readonly kind: 'request-too-large' }
    /** Carried out, and its answer does not fit. */
    | { readonly kind: 'answer-too-large' }
    | { readonly kind: 'slow'; readonly ms: number };
}

export class Faults {
  #planned: Fault[] = [];
  #editing: Promise<void> | null = null;
  #endEditing: () => void = () => {};

  /** Another fault; several may wait. */
  plan(fault: Fault): void {
    this.#planned.push(fault);
  }

  clear(): void {
    this.#planned = [];
    this.endEdit();
  }

  /** Called once a batch. */
  next(): Fault['what'] | null {
    const due = this.#planned.find(({ batch }) => batch <= 1);
    this.#planned = this.#planned.filter((each) => each !== due).map((each) => ({ ...each, batch: each.batch - 1 }));
    return due?.what ?? null;
  }

  /** Somebody types in a cell: requests are refused, or wait where they asked to. */
  beginEdit(forMs?: number): void {
    this.endEdit();
    this.#editing = new Promise((done) => {
      this.#endEditing = done;
    });
    if (forMs !== undefined) setTimeout(() => this.endEdit(), forMs);
  }

  endEdit(): void {
    this.#editing = null;
    this.#endEditing();
    this.#endEditing = () => {};
  }

  get editing(): Promise<void> | null {
    return this.#editing;
  }
}

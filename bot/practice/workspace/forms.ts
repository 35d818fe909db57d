/** Forms that stand open: per member a pile of them, the topmost is shown. They are not kept: a restart closes them, as Slack would. */
import type { Obj } from './json.ts';

export interface OpenForm {
  readonly id: string;
  readonly root: string;
  readonly user: string;
  readonly hash: string;
  /** The view as the bot gave it, each block with its id. */
  readonly view: Obj;
  /** By block id: what the bot said is wrong. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Slack lets three stand one upon the other. */
const pileMax = 3;

export interface Forms {
  readonly pile: (user: string) => readonly OpenForm[];
  readonly top: (user: string) => OpenForm | null;
  readonly find: (id: string) => OpenForm | null;
  readonly byExternal: (external: string) => OpenForm | null;
  readonly put: (form: OpenForm) => void;
  /** @returns whether there was room */
  readonly push: (form: OpenForm) => boolean;
  /** A new pile of this one form. */
  readonly open: (form: OpenForm) => void;
  readonly drop: (id: string) => void;
  readonly clear: (user: string) => void;
}

export function makeForms(): Forms {
  const piles = new Map<string, OpenForm[]>();
  const all = () => [...piles.values()].flat();
  const find = (id: string) => all().find((form) => form.id === id) ?? null;
  return {
    pile: (user) => piles.get(user) ?? [],
    top: (user) => piles.get(user)?.at(-1) ?? null,
    find,
    byExternal: (external) => all().find(({ view }) => external !== '' && view.external_id === external) ?? null,
    put: (form) => {
      const pile = piles.get(form.user) ?? [];
      const at = pile.findIndex(({ id }) => id === form.id);
      if (at >= 0) pile[at] = form;
    },
    push: (form) => {
      const pile = piles.get(form.user) ?? [];
      if (pile.length >= pileMax) return false;
      piles.set(form.user, [...pile, form]);
      return true;
    },
    open: (form) => {
      piles.set(form.user, [form]);
    },
    drop: (id) => {
      const form = find(id);
      if (form !== null)
        piles.set(
          form.user,
          (piles.get(form.user) ?? []).filter((each) => each.id !== id),
        );
    },
    clear: (user) => {
      piles.delete(user);
    },
  };
}

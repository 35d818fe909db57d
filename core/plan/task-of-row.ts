/**
 * A row of the plan sheet, which is words, into a task, which is codes: items found by their names in the item list, the frame by
 * the tags that the register knows, the classes by the policy's schemes. What is not found stays visible (an item that is not
 * listed keeps its name and review names it); what a draw cannot do without is refused, never guessed.
 */
import type { CivilDate } from '../calendar.ts';
import type { Item } from '../registry/item.ts';
import { err, never, ok, type Result } from '../result.ts';
import { folded } from '../sheet/normalise.ts';
import type { PlanRow } from '../sheet/plan-tasks.ts';
import type { Quota, Task, TaskBody } from './task.ts';

export interface RowRegistry {
  readonly items: readonly Item[];
  /** Every tag of the register of subjects. */
  readonly tags: readonly string[];
  /** The policy's schemes with their labels, the one to be preferred first. */
  readonly schemes: readonly { readonly id: string; readonly labels: readonly string[] }[];
}

/** What the office states for a whole sheet. */
export interface RowDefaults {
  /** Scheme of tiered ratios; found by its labels where left out. */
  readonly scheme?: string;
  /** Level of government whose ratio is taken from a cell such as 市级2% 区级10%. */
  readonly level?: string;
  /** Window of rows that name none. */
  readonly window?: Task['window'];
  /** Working days to publication where the policy gives none. */
  readonly publishWithin: number;
  /** Tags of a task's frame by task number, in place of those found. */
  readonly tags?: Readonly<Record<string, readonly string[]>>;
}

export type RowRefusal =
  | { readonly kind: 'no-window'; readonly text: string }
  | { readonly kind: 'level-not-chosen'; readonly levels: readonly string[] }
  | { readonly kind: 'no-such-scheme'; readonly labels: readonly string[] };

/** What was not found and is left for people. */
export interface RowDoubts {
  readonly unlistedItems: readonly string[];
  /** Words for the subjects in which no tag of the register occurs. */
  readonly unknownSubjects: string | null;
}

/** The only thing that a remark can say to a task: it is of a professional field, whose ratios are its own. */
export const saysProfessional = (remark: string): boolean => remark.includes('专业');

/** Label of the single tier of a task without classes. */
const undivided = '全部';

export function taskOfRow(
  row: PlanRow,
  no: string,
  registry: RowRegistry,
  defaults: RowDefaults,
): Result<{ readonly task: Task; readonly doubts: RowDoubts }, RowRefusal> {
  const window = windowOf(row, defaults);
  if (window === null) return err({ kind: 'no-window', text: row.windowText });
  const drawn = quotaOf(row, registry, defaults);
  if (!drawn.ok) return drawn;
  const { bodies, unlisted, found } = bodiesOf(row, registry.items);
  const tags = defaults.tags?.[no] ?? tagsIn(`${row.subjects} ${row.field}`, registry.tags);
  const words = row.subjects === '' ? row.field : row.subjects;
  const task: Task = {
    no,
    name: row.name,
    kind: row.name.includes('专项') ? 'special' : row.category === 'key' ? 'key' : 'random',
    directed: row.directed ?? tags.length > 0,
    reach: row.partners.length > 0 ? 'joint' : 'department',
    lead: row.lead,
    partners: row.partners,
    bodies,
    section: row.section,
    responsible: row.responsible,
    // A frame that nobody is in shows up in review; an empty one would be the whole register.
    frame: { tags: tags.length > 0 || words === '' ? tags : [words], types: [], places: [] },
    scheme: drawn.value.scheme,
    professional: saysProfessional(row.remark) ? row.remark : '',
    quota: drawn.value.quota,
    drawsPerYear: row.drawsPerYear === 0 ? 1 : row.drawsPerYear,
    window,
    due: window.to,
    publishWithin: defaults.publishWithin,
    method: row.methods[0] ?? found[0]?.methods[0] ?? 'on-site',
    experts: [],
    origin: 'own',
    outside: { no: '', state: 'unregistered' },
    ground: row.field === '' ? row.basis : row.field,
    reasons: [],
  };
  const unknownSubjects = tags.length === 0 && words !== '' ? words : null;
  return ok({ task, doubts: { unlistedItems: unlisted, unknownSubjects } });
}

function windowOf({ window }: PlanRow, { window: stated }: RowDefaults): Task['window'] | null {
  const from: CivilDate | null = window?.from ?? stated?.from ?? null;
  const to: CivilDate | null = window?.to ?? stated?.to ?? null;
  return from === null || to === null ? null : { from, to };
}

/** How a task draws by what its ratio cell says. */
export function quotaOf(
  { ratio }: Pick<PlanRow, 'ratio'>,
  { schemes }: Pick<RowRegistry, 'schemes'>,
  defaults: Pick<RowDefaults, 'scheme' | 'level'>,
): Result<{ readonly scheme: string; readonly quota: Quota }, RowRefusal> {
  const denominator = 'frame';
  const whole = (share: Extract<Quota, { kind: 'tiers' }>['tiers'][number]['share']): Quota =>
    share.kind === 'count' && share.bound === 'exactly'
      ? { kind: 'total', n: share.n, labels: [undivided] }
      : { kind: 'tiers', tiers: [{ label: undivided, share }], denominator };
  switch (ratio.kind) {
    case 'whole':
      return ok({ scheme: '', quota: whole(ratio.share) });
    case 'levels': {
      const chosen = ratio.levels.find(({ level }) => level === defaults.level);
      const levels = ratio.levels.map(({ level }) => level);
      return chosen === undefined
        ? err({ kind: 'level-not-chosen', levels })
        : ok({ scheme: '', quota: whole(chosen.share) });
    }
    case 'tiered': {
      const labels = ratio.tiers.map(({ label }) => label);
      const scheme =
        defaults.scheme ?? schemes.find((each) => labels.every((label) => each.labels.includes(label)))?.id;
      if (scheme === undefined) return err({ kind: 'no-such-scheme', labels });
      const tiers = ratio.tiers.map(({ label, share }) => ({ label, share }));
      return ok({ scheme, quota: { kind: 'tiers', tiers, denominator } });
    }
    default:
      return never(ratio);
  }
}

/** Lead and partners with the listed items that are theirs; what is not listed stays with the lead under its own name. */
function bodiesOf(row: PlanRow, items: readonly Item[]) {
  const byName = Map.groupBy(items, ({ name }) => folded(name));
  const byCode = new Map(items.map((item) => [item.code, item]));
  const parties = [row.lead, ...row.partners];
  const found: Item[] = [];
  const unlisted: string[] = [];
  const isListed = (words: string) => byName.has(folded(words)) || byCode.has(words);
  // Items belong on lines of their own, but names hold 、 too: a cell is parted there only where every part is an item.
  const entries = row.items.flatMap((words) => {
    const parts = words.split(/[、；;]/).filter((part) => part.trim() !== '');
    return !isListed(words) && parts.every(isListed) ? parts : [words];
  });
  for (const words of entries) {
    const named = byName.get(folded(words)) ?? [];
    const code = byCode.get(words);
    const meant = code === undefined ? named.filter(({ body }) => parties.includes(body)) : [code];
    if (meant.length > 0) found.push(...meant);
    else unlisted.push(words);
  }
  const inCell = folded(row.partnerItems);
  for (const item of items) {
    const isPartners = row.partners.includes(item.body) && inCell !== '' && inCell.includes(folded(item.name));
    if (isPartners && !found.includes(item)) found.push(item);
  }
  const bodies: TaskBody[] = parties.flatMap((department) => {
    const codes = found.filter(({ body }) => body === department).map(({ code }) => code);
    const own = department === row.lead ? [...codes, ...unlisted] : codes;
    return own.length === 0 && department !== row.lead ? [] : [{ department, items: own, needs: [], officers: 2 }];
  });
  return { bodies, unlisted, found };
}

/** Tags that occur in the words, the longest first; one that lies within another that was found says nothing new. */
function tagsIn(words: string, tags: readonly string[]): readonly string[] {
  const text = folded(words);
  const found: string[] = [];
  for (const tag of [...tags].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    const sought = folded(tag);
    if (sought.length > 1 && text.includes(sought) && !found.some((each) => folded(each).includes(sought)))
      found.push(tag);
  }
  return found.sort();
}

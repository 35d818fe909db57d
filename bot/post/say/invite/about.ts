/** What the buttons of this stage are about: written here, and parsed anew here whenever one is pressed. */

/** Plan numbers hold no blank; numbers of tasks may. */
export const planTask = (plan: string, task: string): string => `${plan} ${task}`;

/** '' for both where it is none of ours. */
export function readPlanTask(about: string): { readonly plan: string; readonly task: string } {
  const [, plan = '', task = ''] = /^(\S+) (.+)$/su.exec(about) ?? [];
  return { plan, task };
}

/** An offer is known by its plan and its tasks. */
export const offerAbout = (plan: string, tasks: readonly string[]): string => JSON.stringify([plan, ...tasks]);

export function readOffer(about: string): { readonly plan: string; readonly tasks: readonly string[] } {
  try {
    const read: unknown = JSON.parse(about);
    const [plan = '', ...tasks] = Array.isArray(read) ? read.filter((each) => typeof each === 'string') : [];
    return { plan, tasks };
  } catch {
    return { plan: '', tasks: [] };
  }
}

/** A number, and a word after it; 0 where it is none. */
export function readNumber(about: string): { readonly no: number; readonly word: string } {
  const [, no = '0', word = ''] = /^(\d{1,9})(?: (.+))?$/su.exec(about) ?? [];
  return { no: Number(no), word };
}

/** What a member has typed and chosen in the open form; it survives errors, as it does on a screen. */
import { err, type Result } from '../../../core/result.ts';
import type { OpenForm } from './forms.ts';
import { listOf, type Obj, objOf } from './json.ts';
import { fileOf } from './methods/files.ts';
import { fieldProblem, fieldsOf, initialOf, optionsOf, type SeenField, stateOf, takesOptions } from './seen.ts';
import { shownFile } from './show.ts';
import type { Workspace } from './workspace.ts';
import type { Member } from './world.ts';

/** A text, a date, the label of an option or several, a number, or a file. */
export type Given = string | number | readonly string[] | { readonly name: string; readonly bytes: Uint8Array };

type Typed = Readonly<Record<string, Given>>;

/** Kept by view, so that another Person object of the same member goes on with it. */
const typedIn = new WeakMap<Workspace, Map<string, Typed>>();

export interface Fillings {
  readonly put: (values: Typed) => void;
  /** As Slack's `state.values`. */
  readonly values: () => Obj;
  /** Checks as the platform's own window does, then sends. */
  readonly send: (
    send: (form: string, values: Obj) => Promise<Result<unknown, string>>,
  ) => Promise<Result<unknown, string> | undefined>;
}

export function fillings(workspace: Workspace, member: Member): Fillings {
  const { ground } = workspace;
  const kept = typedIn.get(workspace) ?? new Map<string, Typed>();
  typedIn.set(workspace, kept);

  const top = (): OpenForm => {
    const form = ground.forms.top(member.id);
    if (form === null) throw new Error(`${member.realName} has no form open`);
    return form;
  };
  const fields = (form: OpenForm) => fieldsOf(listOf(form.view.blocks));

  function field(form: OpenForm, label: string): SeenField {
    const all = fields(form);
    const found = all.find((each) => each.label === label) ?? all.find((each) => each.label.startsWith(label));
    if (found === undefined)
      throw new Error(`no field «${label}»; there are ${all.map((each) => each.label).join('、')}`);
    return found;
  }

  function chosen({ element, label }: SeenField, given: Given): readonly Obj[] {
    const wanted = Array.isArray(given) ? given : [given];
    return wanted
      .filter((each) => each !== '')
      .map((each) => {
        const option = optionsOf(element).find((one) => one.label === String(each) || one.value === String(each));
        if (option !== undefined) return option.option;
        const names = optionsOf(element).map((one) => one.label);
        throw new Error(`«${label}» has no option «${each}»; there are ${names.join('、')}`);
      });
  }

  const files = new Map<string, readonly Obj[]>();

  function state(form: OpenForm, each: SeenField): Obj {
    const given = kept.get(form.id)?.[each.block];
    const initial = initialOf(each.element);
    if (given === undefined) return stateOf(each.element, initial.typed, initial.chosen);
    if (each.type === 'file_input') return stateOf(each.element, '', [], files.get(`${form.id} ${each.block}`) ?? []);
    return takesOptions(each.type)
      ? stateOf(each.element, '', chosen(each, given))
      : stateOf(each.element, String(given), []);
  }

  const valuesOf = (form: OpenForm): Obj =>
    Object.fromEntries(fields(form).map((each) => [each.block, { [each.action]: state(form, each) }]));

  return {
    put: (values) => {
      const form = top();
      const named = Object.entries(values).map(([label, given]) => [field(form, label), given] as const);
      // What is none of the options is an error here and not at sending.
      for (const [each, given] of named) if (takesOptions(each.type)) chosen(each, given);
      const now = Object.fromEntries(named.map(([{ block }, given]) => [block, given]));
      kept.set(form.id, { ...kept.get(form.id), ...now });
    },
    values: () => {
      const form = ground.forms.top(member.id);
      return form === null ? {} : valuesOf(form);
    },
    send: async (send) => {
      const form = top();
      for (const each of fields(form)) {
        const given = kept.get(form.id)?.[each.block];
        if (each.type !== 'file_input' || given === undefined) continue;
        if (typeof given !== 'object' || !('bytes' in given)) return err(`«${each.label}» takes a file`);
        const file = fileOf(ground, member.id, given);
        await ground.store.append({ kind: 'file', file });
        files.set(`${form.id} ${each.block}`, [shownFile(ground, file)]);
      }
      const values = valuesOf(form);
      const problems = fields(form).flatMap((each) => {
        const at = objOf(objOf(values[each.block])[each.action]);
        const many = listOf(at.selected_options).length + listOf(at.files).length + (at.selected_option ? 1 : 0);
        const typed = String(at.value ?? at.selected_date ?? at.selected_time ?? '');
        const problem = fieldProblem(each, typed, many, 'zh');
        return problem === null ? [] : [[each.block, problem] as const];
      });
      if (problems.length === 0) return send(form.id, values);
      ground.forms.put({ ...form, errors: Object.fromEntries(problems) });
      return undefined;
    },
  };
}

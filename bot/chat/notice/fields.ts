/** Fields of the forms about outcomes by their 报送编号, which lists and exports show; no channel names the enterprise. */
import type { Field, Form } from '../../message/form.ts';
import type { Verb } from '../../rights.ts';
import { authorisedFor } from '../../verbs/notice/whose.ts';
import { fieldsBy, noForm } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { aboutIn, aboutOf } from './about.ts';

export const outcomesField: Field = {
  kind: 'text',
  id: 'outcomes',
  label: { zh: '哪些检查结果', en: 'Which outcomes' },
  hint: {
    zh: '报送编号，每行一个，见报送文件第一列，如 3/12/scjg/SX010101',
    en: 'numbers, one a line, from the first column of the export',
  },
  lines: 'many',
  atMost: 2000,
};

/** At which field a refusal of these forms stands. */
export const fieldOf = fieldsBy({
  'no-outcome': 'outcomes',
  'other-department': 'outcomes',
  life: 'outcomes',
  ground: 'words',
  'no-words': 'words',
  'too-long': 'words',
  'no-parts': 'parts',
  'until-past': 'until',
  'day-past': 'day',
  'not-a-date': 'day',
  'in-future': 'day',
});

/** A form whose right is asked before it is shown. */
export const opened =
  (verb: Verb, make: (asked: Asked, about: string) => Form | Promise<Form>): FormDoor['open'] =>
  async (asked, typed) => {
    const about = await aboutIn(asked, typed);
    const allowed = await authorisedFor(asked.deps, asked.actor, verb, about.department);
    return allowed.ok ? { form: await make(asked, aboutOf(about)) } : noForm(allowed.error);
  };

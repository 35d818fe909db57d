/** What was typed on the phone, entered; or given back with what is wrong at each field. */
import { canonical } from '../../../core/canonical.ts';
import { digestText } from '../../../core/digest.ts';
import { inspectorsMeant } from '../../../core/outcome/check.ts';
import type { FormItem, FormPart } from '../../../core/outcome/form.ts';
import type { OutcomeEntry } from '../../../core/outcome/outcome.ts';
import { faultOfSeveral, readTyped } from '../../../core/outcome/typed.ts';
import type { Words } from '../../../core/words.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { sayFindings } from '../../say/outcome.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { enter } from '../../verbs/outcome/enter.ts';
import { type EnterShown, lastOf } from './enter-page.ts';
import type { Filled } from './fields.ts';

/** Null where it was entered; otherwise the form to be mended, with everything that was typed. */
export async function enterTyped(
  deps: Deps,
  actor: Actor,
  { book, form, part }: EnterShown,
  values: Filled['values'],
): Promise<Filled | null> {
  const read = readTyped({
    one: (field) => (field === 'inspectors' ? (values[field] ?? []).join('、') : (values[field]?.[0] ?? '')),
    some: (field) => values[field] ?? [],
  });
  const items = [...new Set(values.items ?? [])];
  const errors: Record<string, Words> = read.ok ? {} : { ...read.error };
  if (items.length === 0) errors.items = { zh: '请至少选择一个检查事项', en: 'choose at least one item' };
  const several = read.ok ? faultOfSeveral(read.value, items.length) : null;
  if (several !== null) errors.items = several;
  const seen = Number(values.seen?.[0] ?? '0');
  const sameAlready = read.ok
    ? part.items.filter(({ code, entered }) => items.includes(code) && isSame(entered, read.value, part))
    : [];
  const newer = part.items.filter(
    (each) => items.includes(each.code) && (each.entered?.seq ?? 0) > seen && !sameAlready.includes(each),
  );
  // Somebody of the same department was quicker: he is not written over unread.
  if (newer.length > 0) {
    const names = newer.map(({ name }) => name).join('、');
    errors.items = {
      zh: `${names} 在您打开本页之后已由本单位录入，请核对；仍要更正的再点一次录入`,
      en: `${names} was entered by your department after you opened this page; check it, and press again to correct it`,
    };
  }
  if (!read.ok || Object.keys(errors).length > 0) {
    const again = newer.length > 0 ? { ...values, seen: [String(lastOf(part))] } : values;
    return { values: again, errors };
  }
  // The button pressed twice, or by two of them: it says so already.
  const fresh = items.filter((item) => !sameAlready.some(({ code }) => code === item));
  if (fresh.length === 0) return null;
  const entries = fresh.map((item) => ({ visit: form.visit, item, entry: read.value }));
  const key = digestText('mingchou/phone/1', canonical(asJson({ visit: form.visit, entries, seen: String(seen) })));
  const done = await enter(deps, actor, {
    ...{ book, department: part.department, door: 'phone-page', key: `phone/${key}`, entries },
  });
  if (done.ok) return null;
  const { stage, why } = done.error;
  if (stage !== 'outcome' || why.reason !== 'entries') return { values, errors: { items: sayRefusal(done.error) } };
  for (const entry of why.entries) {
    if (entry.reason !== 'findings') return { values, errors: { items: sayRefusal(done.error) } };
    if (entry.findings.some(({ finding }) => finding.kind === 'inspectors-missing'))
      errors.inspectors ??= { zh: '请勾选实际到场的检查人员', en: 'tick those who were there' };
    for (const { field, words } of sayFindings(entry.findings)) errors[field] ??= words;
  }
  return { values, errors };
}

/** Whether what stands says the same, whoever entered it; who was meant is compared, not how it was written. */
function isSame(entered: FormItem['entered'], typed: OutcomeEntry, { sent }: FormPart): boolean {
  if (entered === null) return false;
  const { seq: _, person: __, at: ___, ...entry } = entered;
  const meant = { ...typed, inspectors: inspectorsMeant(typed, { sent }) };
  return canonical(asJson({ degree: null, ...entry })) === canonical(asJson(meant));
}

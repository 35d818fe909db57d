/** The changes that a reply proposes, where it states them beyond doubt: 抽查比例调到5%, 窗口期改为6-9月, 增加县消防救援大队. */
import { type Frequency, parseFrequency } from '../../plan/frequency.ts';
import type { Ratio } from '../../plan/ratio.ts';
import { parseRatio } from '../../plan/ratio-parse.ts';
import type { Clause } from './clauses.ts';

/** A day of the plan's year; `day` is null where only the month is said. */
export interface MonthDay {
  readonly month: number;
  readonly day: number | null;
}

/** One proposed change. `words` is the clause that says it, as written. It is proposed, never applied: the lead decides. */
export type Amendment = { readonly words: string } & Change;

type Change =
  | { readonly kind: 'ratio'; readonly from: Ratio | null; readonly to: Ratio }
  | { readonly kind: 'frequency'; readonly to: Frequency }
  | { readonly kind: 'window'; readonly from: MonthDay; readonly to: MonthDay }
  | { readonly kind: 'item'; readonly change: 'add' | 'remove'; readonly name: string }
  | { readonly kind: 'department'; readonly change: 'add' | 'remove'; readonly name: string }
  /** `department` is 'own' for 由我局牵头. */
  | { readonly kind: 'lead'; readonly department: string };

/** A clause that negates or asks changes nothing by itself: 不建议调到5%, 为什么是5%？ */
export const amendmentsOf = (clauses: readonly Clause[]): readonly Amendment[] =>
  clauses
    .filter(({ tokens }) => !tokens.some(({ meaning }) => ['not', 'dissent', 'quote', 'elsewhere'].includes(meaning)))
    .flatMap((clause) => {
      const found = readers.flatMap((read): readonly Change[] => {
        const change = read(clause.text);
        return change === null ? [] : [change];
      });
      return found.map((change) => ({ ...change, words: clause.words }));
    });

const toward =
  '(?:(?:调整|调|改|修改|变更|更改|提高|降低|提升|降|升|下调|上调|增加|减少|压缩|定|设|延长|提前|推迟|统一)(?:到|至|为|成|按)|(?:改|调|降|升|减|压)(?=[百\\d])|(?: |^|[a-z])to )';
const quantity =
  '(?:不低于|不少于|不超过|至少)?(?:百分之[零〇一二两三四五六七八九十百点\\d.]+|\\d+(?:\\.\\d+)?(?:[-~至]\\d+(?:\\.\\d+)?)?[%‰]|\\d+(?:户|家))';

const readers: readonly ((text: string) => Change | null)[] = [ratio, frequency, window, lead, added, removed];

/** 由3%调整为5%, A类比例调到百分之一. Two classes or two aims in one clause are left to the reader. */
function ratio(text: string): Change | null {
  const said = new RegExp(`(${quantity})?${toward}(${quantity})(.*)$`, 'u').exec(text);
  const asked = said ?? new RegExp(`()(?:比例|抽查率)(?:建议)?(?:为|按|定|设)?(${quantity})(.*)$`, 'u').exec(text);
  if (asked === null || new RegExp(quantity, 'u').test(asked[3] ?? '')) return null;
  const classes = text.match(/[a-d](?=[类级库])|(?:较低|低|中|较高|高)风险/g) ?? [];
  if (classes.length > 1) return null;
  const label = classes[0] === undefined ? '' : `${classes[0].toUpperCase()}类`.replace('风险类', '风险');
  const to = parseRatio(label + asked[2]);
  const from = asked[1] ? parseRatio(label + asked[1]) : null;
  return to.ok ? { kind: 'ratio', from: from?.ok ? from.value : null, to: to.value } : null;
}

/** 每年两次改一次, 频次调整为每年1次 */
function frequency(text: string): Change | null {
  const count = '(?:每(?:半)?年(?:度)?|每季度)?(?:不超过|不少于)?(?:\\d{1,2}|[一二两三四五六七八九十])次(?:/年)?';
  const found = new RegExp(`(?:改|调|建议|频次|${toward})(?:为|成|到)?(${count})$`, 'u').exec(text)?.[1];
  if (found === undefined) return null;
  const read = parseFrequency(/同一|每户|每家/.test(text) ? `对同一单位${found}` : found);
  return read.ok ? { kind: 'frequency', to: read.value } : null;
}

/** 窗口期6-9月, 检查时间调整为5月10日至6月30日 */
function window(text: string): Change | null {
  if (!new RegExp(`窗口|实施期|检查期|检查时间|抽查时间|时间|期限|月份|${toward}`, 'u').test(text)) return null;
  const day = '(?:(\\d{1,2})(?:日|号))?';
  const spans = [...text.matchAll(new RegExp(`(\\d{1,2})(?:月份?)?${day}[-~至到—–](\\d{1,2})月份?${day}`, 'gu'))];
  const span = spans.at(-1);
  if (span === undefined || (spans.length > 1 && !new RegExp(`${toward}[^月]*月?[^月]*月`, 'u').test(text)))
    return null;
  const from = monthDay(span[1], span[2]);
  const to = monthDay(span[3], span[4]);
  if (from === null || to === null) return null;
  return from.month * 100 + (from.day ?? 0) <= to.month * 100 + (to.day ?? 31) ? { kind: 'window', from, to } : null;
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function monthDay(month: string | undefined, day: string | undefined): MonthDay | null {
  const length = lengths[Number(month) - 1];
  if (length === undefined) return null;
  if (day === undefined) return { month: Number(month), day: null };
  return Number(day) >= 1 && Number(day) <= length ? { month: Number(month), day: Number(day) } : null;
}

const self = /^(?:我|本)(?:局|单位|委|办|中心|大队|队|们|部门)$/;

/** 由我局牵头, 牵头部门改为县住建局 */
function lead(text: string): Change | null {
  const found =
    /由(.{2,20}?)(?:担任|作为|负责)?牵头/u.exec(text)?.[1] ??
    /牵头(?:部门|单位)?(?:调整|改|变更|修改)?(?:为|成|由)(.{2,20})$/u.exec(text)?.[1] ??
    /^(?:建议)?((?:我|本)(?:局|单位|委|办))牵头$/u.exec(text)?.[1];
  if (found === undefined) return null;
  return { kind: 'lead', department: self.test(found) ? 'own' : found };
}

const body = /(?:局|委|委员会|大队|支队|总队|中心|厅|院|所|部门)$/;
/** Things that are made more or fewer, and not put on a list or taken off. */
const measures = /比例|频次|次数|数量|人员|经费|力度|时间|窗口|户|家|%|权重|内容|说明|意见/;

/** 增加消防安全检查事项, 将县消防救援大队纳入 */
function added(text: string): Change | null {
  const name =
    /(?:增加|新增|补充|增列)(.{2,40})$/u.exec(text)?.[1] ??
    /(?:将|把)(.{2,40}?)(?:也|一并)?(?:纳入|列入|加入)/u.exec(text)?.[1];
  return onList(name, 'add');
}

/** 删除广告抽查事项, 把XX从清单中去掉 */
function removed(text: string): Change | null {
  const name =
    /(?:将|把)(.{2,40}?)(?:从.{0,12})?(?:删除|删去|删掉|去掉|剔除|移除|移出|取消)/u.exec(text)?.[1] ??
    /(?:删除|删去|删掉|去掉|剔除|移除|取消)(.{2,40})$/u.exec(text)?.[1];
  return onList(name, 'remove');
}

function onList(name: string | undefined, change: 'add' | 'remove'): Change | null {
  if (name === undefined || measures.test(name)) return null;
  const bare = name
    .replace(/^(?:对|一个|一项|我局的?|本单位的?)/u, '')
    .replace(/(?:等|这一|这个|这项|这)*(?:抽查|检查)?(?:事项|任务|项目)$/u, '');
  if (body.test(name))
    return { kind: 'department', change, name: name.replace(/^(?:参与|配合|牵头)(?:部门|单位)/u, '') };
  if (!/(?:事项|任务|项目|检查|抽查)/.test(name) || bare.length < 2) return null;
  return { kind: 'item', change, name: bare };
}

/** Pools and classes as people read them: each value with the list that says so and its day, numbers that add up, and who still owes a check. */
import { dateInChinese } from '../../core/calendar.ts';
import { sayScheme } from '../../core/policy/words.ts';
import { wordsOfHeldClass, wordsOfNoClass } from '../../core/registry/words.ts';
import type { Words } from '../../core/words.ts';
import type { PoolBoard } from '../verbs/registry/pool-board.ts';
import type { ClassShown, PoolShown, SubjectClasses } from '../verbs/registry/subject-classes.ts';

const indented = ({ zh, en }: Words): Words => ({ zh: `  ${zh}`, en: `  ${en}` });

/** Without the name: whoever asks has typed the number, and a chat is no place for names of enterprises. */
export function sayClasses({ on, roll, subject, pools, classes, contradicted }: SubjectClasses): readonly Words[] {
  return [
    {
      zh: `${subject.number}（${dateInChinese(on)}）：名录库${roll === null ? '' : ` ${dateInChinese(roll)}`}，所在辖区${subject.place === '' ? '未填' : subject.place}`,
      en: `${subject.number} on ${on}: directory of ${roll ?? '-'}, place ${subject.place === '' ? '-' : subject.place}`,
    },
    ...pools.flatMap(sayPool),
    ...classes.map(sayClass),
    ...contradicted.map(wordsOfNoClass),
  ];
}

function sayPool(pool: PoolShown): readonly Words[] {
  const ground =
    pool.ground === '' ? { zh: '', en: '' } : { zh: `，列入情形：${pool.ground}`, en: `, ground: ${pool.ground}` };
  const proposer =
    pool.proposer === ''
      ? { zh: '', en: '' }
      : { zh: `，提出单位：${pool.proposer}`, en: `, put forward by ${pool.proposer}` };
  const { zh, en } = sayClass(pool);
  return [
    { zh: `${zh}${ground.zh}${proposer.zh}`, en: `${en}${ground.en}${proposer.en}` },
    ...pool.behind.map((each) => indented(each.ok ? wordsOfHeldClass(each.value) : wordsOfNoClass(each.error))),
  ];
}

function sayClass({ scheme, label, name, date, source }: ClassShown): Words {
  const called = sayScheme(scheme);
  const named = name === '' || name === label ? label : `${label}（${name}）`;
  return date === null
    ? { zh: `${called.zh}：${named}，名单未列，归入其余`, en: `${called.en}: ${named}, on no list` }
    : {
        zh: `${called.zh}：${named}，${dateInChinese(date)}，来源：${source}`,
        en: `${called.en}: ${named}, ${date}, from ${source}`,
      };
}

/** Subjects named at each proposer; the rest is counted. */
const named = 5;

export function sayPoolBoard(board: PoolBoard, nameOf: (department: string) => string): readonly Words[] {
  const { on, policy, register, sizes, duties, names } = board;
  const sum = sizes.map(({ subjects }) => subjects).join('＋');
  return [
    { zh: `监管库（${dateInChinese(on)}，按 ${policy}）`, en: `Pools on ${on}, under ${policy}` },
    ...sizes.map(({ label, subjects }) => ({
      zh: `  ${label} ${names.get(label) ?? ''} ${subjects} 户`,
      en: `  ${label} ${subjects}`,
    })),
    { zh: `  合计 ${sum}＝${register} 户，与名录库一致`, en: `  together ${register}, as the register has` },
    ...duties.map(({ label, proposer, subjects, checked, unchecked }): Words => {
      const who = proposer === '' ? { zh: '未写明提出单位', en: 'nobody named' } : both(nameOf(proposer));
      const some = unchecked.slice(0, named).map((key) => key.slice(key.indexOf(':') + 1));
      const rest = unchecked.length > named ? { zh: '等', en: ' …' } : { zh: '', en: '' };
      const still =
        unchecked.length === 0
          ? { zh: '', en: '' }
          : { zh: `，未检查：${some.join('、')}${rest.zh}`, en: `, not checked: ${some.join(', ')}${rest.en}` };
      return {
        zh: `  ${label} 由${who.zh}提出 ${subjects} 户，本年度已检查 ${checked} 户${still.zh}`,
        en: `  ${label} by ${who.en}: ${subjects}, ${checked} checked this year${still.en}`,
      };
    }),
  ];
}

const both = (text: string): Words => ({ zh: text, en: text });

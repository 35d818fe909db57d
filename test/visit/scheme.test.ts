/** 实施方案 (甘州 2023 二(二)2): joint visits on site do not go out without one. */
import { expect, it } from 'vitest';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { owedNow } from '../../bot/verbs/remind/owed-now.ts';
import { giveNotice } from '../../bot/verbs/visit/give-notice.ts';
import { keepScheme } from '../../bot/verbs/visit/keep-scheme.ts';
import { refusal, value } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import { handedDesk } from '../verbs/outcome/entered-desk.ts';

it('S4-38: no notice of a joint visit on site goes out before the lead of its task has kept a scheme, which the lead owes until then', async () => {
  const { desk, ref } = await handedDesk();
  value(await adoptPolicy(desk, hands.drafter, 'ganzhou-2023'));
  desk.setNow('2025-07-08T01:00:00.000Z');
  /** Leads whose scheme is lacking, as the notices of all the regulator's visits are refused for it. */
  const lacking = async () => {
    const done = await giveNotice(desk, hands.liaison, {
      ...{ book: ref.book, department: 'scjg', visits: 'all', on: '2025-07-10', hour: '09:30', means: 'post' },
      ...{ servedOn: '2025-07-08', materials: ['营业执照'], words: '' },
    });
    const { why } = refusal(done);
    if (why.reason !== 'visits') throw new Error(why.reason);
    const faults = why.visits.flatMap((each) => each.faults);
    return new Set(faults.flatMap((fault) => (fault.kind === 'no-scheme' ? [fault.lead] : [])));
  };
  const owing = async () =>
    new Set(
      (await owedNow(desk, false)).owed.flatMap(({ matter, by }) =>
        matter.kind === 'visit-work' && matter.step === 'scheme' ? [by] : [],
      ),
    );
  expect((await lacking()).has('scjg')).toBe(true);
  expect((await owing()).has('department:scjg')).toBe(true);
  const led = desk.sample.plan.tasks.filter(
    ({ lead, reach, method }) => lead === 'scjg' && reach === 'joint' && method === 'on-site',
  );
  for (const task of led)
    value(
      await keepScheme(desk, hands.liaison, {
        ...{ plan: desk.plan, task: task.no, title: '联合检查实施方案', groups: '分两组', schedule: '7月10日至31日' },
        ...{ points: '食品安全、消防安全', safeguards: '', document: null },
      }),
    );
  expect((await lacking()).has('scjg')).toBe(false);
  expect((await owing()).has('department:scjg')).toBe(false);
});

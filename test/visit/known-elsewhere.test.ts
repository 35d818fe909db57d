/** 互认互用: what one department has found and published is put before another that is about to go to the same door for the same item. */
import { describe, expect, it } from 'vitest';
import { sayRepeat } from '../../bot/say/visit-faults.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { repeatsFor } from '../../bot/verbs/visit/repeats.ts';
import { checkOutcome } from '../../core/outcome/check.ts';
import type { OutcomeEntry, OutcomeVisit } from '../../core/outcome/outcome.ts';
import { keyText } from '../../core/registry/subject.ts';
import { standingNotices } from '../../db/notices.ts';
import { value } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import { publicDesk } from '../web/public-desk.ts';

describe('results of other departments', () => {
  it('S2-71, S3-59: a clean result of the year that another department has published is offered where the document has such results used', async () => {
    const { desk, day } = await publicDesk(0);
    const [clean] = (await standingNotices(desk.db, { today: day, states: ['public'] })).filter(
      ({ body, kind }) => body.shown?.code === 'no-problem' && kind !== '',
    );
    const subject = desk.sample.subjects.find((each) => clean !== undefined && each.number === clean.number);
    if (clean === undefined || subject === undefined) throw new Error('nothing clean is public');
    const offered = async (department: string, items: readonly string[], on = day) => {
      const meant = { subject, department, items, window: { from: on, to: on }, isSame: () => true };
      const [found = []] = await repeatsFor(desk, [meant]);
      return found.filter(({ kind }) => kind === 'known-elsewhere');
    };
    expect(await offered('wj', [clean.item])).toEqual([]);
    for (const policy of ['fuan-2018', 'wannian-2022']) {
      value(await adoptPolicy(desk, hands.drafter, policy));
      const [only, ...more] = await offered('wj', [clean.item]);
      expect(more).toEqual([]);
      expect(only).toMatchObject({ department: 'scjg', on: clean.body.shown?.checkedOn });
      const said = only === undefined ? '' : sayRepeat(only, () => '市场监管局').zh;
      expect(said).toContain('市场监管局');
      expect(said).toContain('可以采用其结果');
      expect([said.includes(subject.name), said.includes(keyText(subject))]).toEqual([false, false]);
    }
    // The department's own result, another item, another year: nothing to use.
    expect(await offered('scjg', [clean.item])).toEqual([]);
    expect(await offered('wj', ['另一事项'])).toEqual([]);
    expect(await offered('wj', [clean.item], `${Number(day.slice(0, 4)) + 1}-03-01`)).toEqual([]);
  });

  it('S2-71: an item closed by somebody else’s result says so in its method, and on an on-site task takes the source as its reason', () => {
    const visit: OutcomeVisit = {
      ...{ window: { from: '2025-07-01', to: '2025-08-31' }, drawnOn: '2025-06-26', planned: 'on-site' },
      sent: ['1', '2'].map((number) => ({ number, name: number })),
    };
    const adopted: OutcomeEntry = {
      ...{ code: 'no-problem', methods: ['official-result'], finding: '', handling: null, handlingWords: '' },
      ...{ correctBy: null, checkedOn: '2025-07-10', inspectors: ['同派出'], evidence: [], statement: '', remark: '' },
    };
    const said = (remark: string) =>
      checkOutcome({ ...adopted, remark }, visit, '2025-07-20').map(({ weight, finding }) => [weight, finding.kind]);
    expect(said('')).toEqual([['refused', 'not-on-site']]);
    expect(said('采用市场监管局 2025年7月7日检查结果')).toEqual([['notice', 'not-on-site']]);
  });
});

import { describe, expect, it } from 'vitest';
import { advanceMissingItem } from '../../bot/verbs/invite/advance-missing-item.ts';
import { advancesIn } from '../../bot/verbs/invite/recorded.ts';
import { reportMissingItem } from '../../bot/verbs/invite/report-missing-item.ts';
import { waitedDays, waitedSteps } from '../../core/registry/missing-item.ts';
import { facts, people, refusal, value } from '../desk.ts';
import { invitedDesk } from '../invited-desk.ts';

describe('缺失事项', () => {
  it('S4-14, S4-15: climbs from the department to city and province until it is added, with the days waited at each', async () => {
    const desk = await invitedDesk();
    const liaison = desk.liaison(desk.task.lead);
    desk.setNow('2024-01-02T01:00:00.000Z');
    const report = { matter: '密室逃脱场所检查', basis: '《甘肃省消防条例》', plan: desk.plan, task: desk.task.no };
    const item = value(await reportMissingItem(desk, liaison, report));
    expect(value(await reportMissingItem(desk, liaison, report)).no).toBe(item.no);
    desk.setNow('2024-01-05T01:00:00.000Z');
    value(await advanceMissingItem(desk, liaison, { no: 1, step: 'with-city', words: '' }));
    desk.setNow('2024-01-15T01:00:00.000Z');
    value(await advanceMissingItem(desk, people.office, { no: 1, step: 'with-province', words: '' }));
    desk.setNow('2024-02-01T01:00:00.000Z');
    value(await advanceMissingItem(desk, people.office, { no: 1, step: 'added', words: '第三版清单第 86 项' }));
    const advances = await advancesIn(desk.db);
    expect(waitedSteps(item, advances, '2024-03-01').map(({ step, days }) => [step, days])).toEqual([
      ['reported', 3],
      ['with-city', 10],
      ['with-province', 17],
      ['added', 0],
    ]);
    expect(waitedDays(item, advances, '2024-03-01')).toBe(30);
    expect((await facts(desk)).filter(({ kind }) => kind === 'missing-item-reported')).toHaveLength(1);
  });

  it('never goes back, is refused with a reason only, and once settled stays so; reported anew it is a new one', async () => {
    const desk = await invitedDesk();
    const liaison = desk.liaison('scjg');
    const report = { matter: '剧本娱乐场所检查', basis: '', plan: '', task: '' };
    value(await reportMissingItem(desk, liaison, report));
    const step = async (step: Parameters<typeof advanceMissingItem>[2]['step'], words = '') =>
      advanceMissingItem(desk, people.office, { no: 1, step, words });
    value(await step('with-province'));
    expect(refusal(await step('with-city')).why).toMatchObject({ reason: 'step', why: { kind: 'step-backwards' } });
    expect(refusal(await step('refused')).why).toMatchObject({ reason: 'reason-missing' });
    value(await step('refused', '已由其他事项涵盖'));
    expect(refusal(await step('added')).why).toMatchObject({ reason: 'step', why: { kind: 'closed', at: 'refused' } });
    expect(value(await reportMissingItem(desk, liaison, report)).no).toBe(2);
  });

  it('what stands on the department’s list is claimed, not reported; a stranger moves nothing', async () => {
    const desk = await invitedDesk();
    const own = desk.sample.items.find(({ body, repealedFrom }) => body === 'scjg' && repealedFrom === null);
    const listed = { matter: own?.name ?? '', basis: '', plan: '', task: '' };
    expect(refusal(await reportMissingItem(desk, desk.liaison('scjg'), listed)).why).toMatchObject({
      reason: 'listed-already',
      code: own?.code,
    });
    const nameless = { ...listed, matter: '  ' };
    expect(refusal(await reportMissingItem(desk, desk.liaison('scjg'), nameless)).why).toMatchObject({
      reason: 'matter-missing',
    });
    value(await reportMissingItem(desk, desk.liaison('scjg'), { ...listed, matter: '某新事项检查' }));
    const other = await advanceMissingItem(desk, desk.liaison('wj'), { no: 1, step: 'added', words: '' });
    expect(refusal(other)).toMatchObject({ stage: 'rights' });
  });
});

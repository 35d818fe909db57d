import { expect, it } from 'vitest';
import { recordFor } from '../../bot/verbs/draw/disclose.ts';
import { verify } from '../../core/draw/verify.ts';
import { facts, value } from '../desk.ts';
import { ceremonyUntil, hands, plannedDesk } from '../drawn-desk.ts';

it('road', async () => {
  const t0 = Date.now();
  const desk = await plannedDesk();
  const t1 = Date.now();
  const frozen = await ceremonyUntil(desk, 'opened', { absent: [hands.thirdParty], changes: { groups: new Map([[desk.tasks[0] ?? '', 0], [desk.tasks[3] ?? '', 1]]), tasks: [desk.tasks[0] ?? '', desk.tasks[3] ?? ''] } });
  const t2 = Date.now();
  const record = value(await recordFor(desk, hands.drafter, frozen.ceremony));
  const v = verify(JSON.parse(JSON.stringify(record)));
  expect(v.ok).toBe(true);
  console.log(
    t1 - t0,
    t2 - t1,
    Date.now() - t2,
    record.result.visits.length,
    record.manifest.tasks.map((t) => [t.name, t.tiers.length, t.group]),
    record.result.tasks.map((t) => t.tiers.map((x) => [x.drawn.length, x.skipped.length])),
    record.manifest.officers.length,
    frozen.leftOut,
  );
  console.log(
    (await facts(desk))
      .slice(-25)
      .map((f) => f.kind)
      .join(' '),
  );
  console.log(Object.keys(record.result.substitutes ?? {}));
  console.log(JSON.stringify(record.manifest.counters), JSON.stringify(record.manifest.tasks[0]).slice(0, 900));
});

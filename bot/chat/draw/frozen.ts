/** What is said once a roster is frozen, and what stands against it. */
import { digitsOf } from '../../../core/draw/manifest.ts';
import type { Words } from '../../../core/words.ts';
import type { Refusal } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import type { Frozen } from '../../verbs/draw/freeze.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import type { Asked } from '../door.ts';

export const frozenWords = ({ ceremony, manifest, manifestDigest, leftOut }: Frozen): Words => ({
  zh: `第 ${ceremony} 次抽取已锁定：${manifest.kind === 'people' ? `补抽人员，检查 ${manifest.given.length} 户次` : `任务 ${manifest.tasks.length} 项，名单 ${manifest.roster.rows} 户`}，可派人员 ${manifest.officers.length} 名，另有 ${leftOut.length} 名因证件等原因不入库。会签码 ${digitsOf(manifestDigest)}，已通知监督人员。`,
  en: `Ceremony ${ceremony} is frozen: ${manifest.roster.rows} subjects, ${manifest.tasks.length} tasks, ${manifest.officers.length} inspectors (${leftOut.length} left out). Co-sign: ${digitsOf(manifestDigest)}. The witnesses have been told.`,
});

/** A shortage names departments as people call them, not by their codes. */
export async function namedRefusal({ deps }: Asked, refusal: Refusal): Promise<Words> {
  if (refusal.stage !== 'draw' || refusal.why.reason !== 'shortage') return sayRefusal(refusal);
  const nameOf = await departmentNames(deps.db);
  const shortages = refusal.why.shortages.map((each) => ({ ...each, departments: each.departments.map(nameOf) }));
  return sayRefusal({ stage: 'draw', why: { reason: 'shortage', shortages } });
}

/** The letter of consultation as an office would begin it; the office changes what it likes before it goes out. */

export interface LetterHead {
  readonly year: number;
  /** 明双随机〔2025〕1号 and its title, where a policy is in force. */
  readonly policy: { readonly title: string; readonly number: string | null } | null;
  readonly office: string;
}

export function letterOf({ year, policy, office }: LetterHead): string {
  const number = policy?.number ?? '';
  const basis = policy === null ? '' : `根据《${policy.title}》${number === '' ? '' : `（${number}）`}要求，`;
  return [
    `关于征询${year}年度“双随机、一公开”抽查工作计划的函`,
    '',
    '联席会议各成员单位：',
    `为科学编制${year}年度“双随机、一公开”抽查工作计划，${basis}现征询各单位抽查工作计划。请结合本单位职责和随机抽查事项清单，研究提出以下内容：`,
    '一、拟牵头开展的抽查任务，写明抽查事项、检查对象范围、抽查比例、实施时间和拟请配合的部门；',
    '二、对其他单位牵头的部门联合抽查，是否参加；',
    '三、对抽查比例、频次和时间安排的意见建议。',
    '请于规定期限前，在本函下直接回复，或者按《年度抽查计划表》填报。不参加的，请说明理由；无意见的，也请回复“无意见”。仅回复“收到”的，不作为反馈。',
    '',
    office,
  ].join('\n');
}

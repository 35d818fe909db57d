/** 随机抽取情况记录表: what must stand on it, what must not yet, and what no name can do to it. */
import { describe, expect, it } from 'vitest';
import { qrText, recordForm } from '../../bot/paper/record-form.ts';
import { sealedSlip } from '../../bot/paper/sealed-slip.ts';
import { hostile, record } from './make.ts';
import { see } from './reading.ts';

const read = (change: Partial<typeof record> = {}) => see(recordForm({ ...record, ...change }));

describe('随机抽取情况记录表', () => {
  const { text } = read();

  it('S2-37: bears the ceremony, its place and time, the way, and the number of households drawn from', () => {
    for (const words of ['第7次抽取', '三楼会议室', '机选', '4730户（截至2025年6月17日）', '清双随机〔2025〕1号'])
      expect(text).toContain(words);
  });

  it('tells times in Beijing, not in Greenwich', () => {
    expect(text).toContain('2025年7月3日0时05分09秒');
    expect(text).toContain('2025年7月1日9时30分00秒');
  });

  it('gives for each task and class the frame, the ratio, what was due and what was drawn', () => {
    expect(text).toContain('9907232025000101');
    expect(text).toMatch(/B 80 77 3\.5% 3 3 2/);
    expect(text).toMatch(/A 49 47 不抽取 0 0 0/);
    expect(text).toMatch(/D 8 8 不低于20%（至少1户） 2 2 0/);
    expect(text).toContain('牵头：清漪县公安局');
    expect(text).toContain('配合：清漪县卫生健康局、清漪县消防救援大队');
  });

  it('states a total once over its classes, and adds everything up', () => {
    expect(text.match(/共40户/g)?.length).toBe(1);
    expect(text).toMatch(/合计（2项任务，按户次） 45 45 2/);
  });

  it('says who was left out and why, and who was skipped', () => {
    expect(text).toMatch(/未纳入：已注销 184/);
    expect(text).toMatch(/跳过：本年度检查次数已达上限，依次递补下一号（户次） 2/);
  });

  it('names those present, those absent, and the two who typed the public number', () => {
    expect(text).toMatch(/王立清 清漪县司法局 监督见证 本人网页封存 已开封/);
    expect(text).toMatch(/陈海宁 清漪县人大常委会 监督见证 本人网页封存 未到场，未开封/);
    expect(text).toContain('03 11 14 22 27 31');
    expect(text).toContain('赵一舟（清漪县公安局）、李青川（清漪县民政局）');
  });

  it('S2-38: has lines for the drawer and the supervisor to sign, with dates', () => {
    expect(text).toMatch(/抽取工作人员 （签字）/);
    expect(text).toMatch(/监督人员 （签字）/);
    expect(text.match(/年　　月　　日/g)?.length).toBe(2);
    expect(text).toContain('影像附件 现场.jpg');
  });

  it('S0-80, S4-89: says whose seal stands for the office, and dates the paper in Chinese form', () => {
    expect(text).toMatch(/联席会议办公室 （清漪县市场监督管理局代章） 2025年7月3日/);
    expect(read({ seal: { ...record.seal, standIn: null } }).text).not.toContain('代章');
  });

  it('keeps the seed to itself until the record is public', () => {
    expect(text).toContain('自2025年9月1日起公开');
    const seed = '7'.repeat(64);
    expect(read({ seed }).text).toContain(seed);
    expect(read({ seed }).text).not.toContain('起公开');
  });

  it('bears every digest and the checkpoint whole, the record digest beside the signatures too', () => {
    for (const digit of ['1', '2', '3', '5']) expect(text).toContain(digit.repeat(64));
    expect(text.split('4'.repeat(64)).length).toBe(3);
    expect(text).toContain('mingchou/ledger/1 清漪县联席办\n1284\n');
  });

  it('has a QR code of checkpoint, record digest and address, one a line', () => {
    expect(qrText(record).split('\n')).toEqual([
      'mingchou/ledger/1 清漪县联席办',
      '1284',
      '5'.repeat(64),
      '4'.repeat(64),
      'https://mingchou.example/verify',
    ]);
    expect(read().elements.filter((name) => name === 'svg').length).toBe(1);
    expect(recordForm({ ...record, recordDigest: '9'.repeat(64) })).not.toBe(recordForm(record));
  });

  it('shows a corrected number with its reason, and an annulled draw as such', () => {
    const misreadings = [{ number: '03 11 14 22 27 32', reason: '抄写错误' }];
    const { text: corrected } = read({ publicNumber: { ...record.publicNumber, misreadings } });
    expect(corrected).toContain('曾误录为 03 11 14 22 27 32。原因：抄写错误');
    expect(read({ annulled: { order: '清政令1号', by: ['甲', '乙'] } }).text).toContain(
      '本次抽取已作废。依据：清政令1号；执行人：甲、乙',
    );
    expect(text).not.toContain('作废');
  });

  it('is one file that fetches nothing and runs nothing', () => {
    const { elements, attributes } = read();
    expect(elements.filter((name) => ['script', 'link', 'img', 'iframe', 'object'].includes(name))).toEqual([]);
    expect(attributes.filter((each) => / (?:src|href|on\w+)=/.test(each))).toEqual([]);
    expect(recordForm(record)).not.toMatch(/@import|url\(/);
    expect(attributes).toContain('html lang=zh-CN');
  });

  it('says nothing in English to those who sign it', () => {
    const words = text
      .replaceAll(record.verifyAt, '')
      .replaceAll('mingchou/ledger/1', '')
      .match(/[A-Za-z]{3,}/g);
    expect((words ?? []).filter((word) => word !== 'jpg')).toEqual([]);
  });

  it('prints hostile names as names', () => {
    const plain = read();
    for (const name of hostile) {
      const [task] = record.tasks;
      if (task === undefined) throw new Error('no task');
      const [first] = record.participants;
      if (first === undefined) throw new Error('no participant');
      const seen = read({
        office: name,
        place: name,
        media: [name],
        verifyAt: name,
        tasks: [{ ...task, name, lead: name }, ...record.tasks.slice(1)],
        excluded: [{ reason: name, households: 184 }],
        participants: [{ ...first, name, department: name }, ...record.participants.slice(1)],
        seal: { lines: [name, name], standIn: name },
      });
      expect(seen.elements.filter((each) => each !== 'path')).toEqual(plain.elements.filter((each) => each !== 'path'));
      expect(seen.text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    }
  });
});

describe('密封条', () => {
  const slip = {
    ceremony: 7,
    office: record.office,
    manifestDigest: '1'.repeat(64),
    commitment: '6'.repeat(64),
    sealedAt: '2025-07-01T02:00:00.000Z',
    nonce: '0123456789abcdef'.repeat(4),
    typed: '831402',
    supervisor: '王立清',
    printedBy: '林志远',
    printedAt: '2025-07-01T02:05:00.000Z',
    copy: 1,
  };
  const markup = sealedSlip(slip);

  it('shows the commitment outside and the secret below the fold', () => {
    const { text } = see(markup);
    const [outside = '', inside = ''] = text.split('沿此线向内折叠');
    expect(outside).toContain('6'.repeat(64));
    expect(outside).toContain('2025年7月1日10时00分00秒');
    expect(outside.replaceAll('　', '')).toContain('林志远2025年7月1日10时05分00秒');
    expect(outside).toContain('第1份');
    expect(outside).not.toContain('831402');
    expect(outside).not.toContain('01234567');
    expect(inside).toContain('831402');
    expect(inside.replaceAll(' ', '')).toContain(slip.nonce);
  });
});

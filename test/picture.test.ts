import { describe, expect, it } from 'vitest';
import { type DrawPicture, drawPicture } from '../bot/picture/draw-picture.ts';
import { nodeParts } from '../bot/picture/node-parts.ts';
import { paint } from '../bot/picture/paint.ts';

const one = (over: Partial<DrawPicture> = {}): DrawPicture => ({
  title: '第 3 次抽取结果',
  subtitle: ['某县联席会议办公室', '计划 双随机〔2025〕1号 · 检查实施期 2025年7月1日至2025年8月29日'],
  classes: [
    { task: '餐饮服务单位联合抽查', label: 'A类', drawn: 0, of: 22 },
    { task: '餐饮服务单位联合抽查', label: 'D类', drawn: 6, of: 6 },
  ],
  drawn: 6,
  doors: 5,
  pools: [{ name: '市场监督管理局', officers: 12, posts: 10, open: 1, least: 0, most: 1 }],
  ...over,
});

const painted = async (picture: DrawPicture): Promise<{ width: number; height: number; bytes: Uint8Array }> => {
  const { box, size } = drawPicture(picture);
  const bytes = await paint(await nodeParts(), box, size);
  const header = new DataView(bytes.buffer, bytes.byteOffset, 24);
  return { width: header.getUint32(16), height: header.getUint32(20), bytes };
};

describe('the small picture of a draw', () => {
  it('is a PNG of a size that a chat shows, the same for the same draw', async () => {
    const { width, height, bytes } = await painted(one());
    expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect(width).toBe(1440);
    expect(height).toBeGreaterThan(400);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect((await painted(one())).bytes).toEqual(bytes);
  });

  it('shows what the figures say: another figure is another picture', async () => {
    const [before, after] = [await painted(one()), await painted(one({ doors: 6 }))];
    expect(before.bytes).not.toEqual(after.bytes);
  });

  it('a plan of a hundred tasks and a county of sixty bodies keep to one screen, and say that there is more', async () => {
    const classes = Array.from({ length: 400 }, (_, i) => ({
      task: `第 ${Math.floor(i / 4)} 项名称很长的跨部门联合抽查任务（含专项整治与日常监管内容）`,
      label: '严重失信（四级）',
      drawn: i,
      of: 400,
    }));
    const pools = Array.from({ length: 60 }, (_, i) => ({
      name: `第${i}号综合行政执法大队派出机构`,
      officers: 9,
      posts: 9,
      open: 0,
      least: 1,
      most: 1,
    }));
    const { box, size } = drawPicture(one({ classes, pools }));
    expect(size.height).toBeLessThan(1000);
    expect(JSON.stringify(box)).toContain('其余 386 行见帖文');
    expect(JSON.stringify(box)).toContain('其余 50 行见帖文');
    expect((await painted(one({ classes, pools }))).bytes.length).toBeLessThan(1_500_000);
  });

  it('a draw of people only, and one that drew nobody, are pictures too', async () => {
    expect((await painted(one({ classes: [], drawn: 0, doors: 12 }))).width).toBe(1440);
    expect((await painted(one({ classes: [], drawn: 0, doors: 0, pools: [] }))).width).toBe(1440);
  });
});

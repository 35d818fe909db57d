import { describe, expect, it } from 'vitest';
import { type Reading, readReply } from '../../../core/consult/reading/reading.ts';

const asks = ({ kind }: Reading): boolean => kind === 'doubtful' || kind === 'aside';

describe('parts that carry no opinion', () => {
  it('what carries no opinion is no answer by itself, and changes none beside it', () => {
    const neutral = [
      '盖章件已通过OA上报',
      '纸质件下午送到联席办',
      '正式回函明天寄出',
      '参检人员名单附后',
      '抱歉回复晚了',
      '才看到消息',
      '联络员：小周',
      '电话内线8021',
      '已请示局领导',
      '将全力配合做好检查工作',
      '按要求认真落实',
      '来函收悉',
    ];
    for (const words of neutral) {
      expect(asks(readReply(words, ['清漪县水利局'])), words).toBe(true);
      for (const [answer, kind] of [
        ['我局无意见', 'agrees'],
        ['我局参加', 'joins'],
        ['建议比例调到5%', 'comments'],
        ['我局无此类事项，不参加', 'declines'],
      ] as const)
        for (const text of [`${words}，${answer}`, `${answer}。${words}`])
          expect(readReply(text, ['清漪县水利局']).kind, text).toBe(kind);
    }
  });
});

/** 沿用已报的抽查计划: the rows sent with last year's intentions become the reply, by one press (三明 2025 五(十四)). */
import { carryIntentions } from '../../verbs/bulletin/intentions.ts';
import { told } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

export async function carry({ deps, actor, key }: Asked, about: string): Promise<Answer> {
  const [consultation = '', department = ''] = about.split(' ');
  return told(await carryIntentions(deps, actor, { consultation, department, key }), () => ({
    zh: '已将报送工作打算时的抽查计划作为反馈，可以继续修改或者补充。',
    en: 'The rows that were sent as intentions are the reply now; they can still be changed.',
  }));
}

/** Words in a department's channel that do not stand under the letter: asked back where they may be an answer, left alone otherwise. */
import { describe, expect, it } from 'vitest';
import { facts } from '../desk.ts';
import { consult, type Installation, installation } from './installation.ts';

const replies = async ({ desk }: Installation) =>
  (await facts(desk)).filter(({ kind }) => kind === 'reply-received').map(({ body }) => body as { answer: string });

describe('写在频道里、没有写在征询函下的话', () => {
  it('像反馈的，私下追问，点了按钮才记录', async () => {
    const here = await installation();
    await consult(here);
    await here.settle();
    const liaison = here.user('市场监管局联络员');
    const { said } = await liaison.write('我局无意见');
    expect(said.join()).toContain('没有写在征询函下面');
    expect(await replies(here)).toEqual([]);
    await liaison.press('无意见', { of: '没有写在征询函下面' });
    expect((await replies(here)).map(({ answer }) => answer)).toEqual(['agrees']);
  });

  it('平常说话不打扰，别的单位和已经反馈过的也不打扰', async () => {
    const here = await installation();
    await consult(here);
    await here.settle();
    expect((await here.user('市场监管局联络员').write('下午两点开会，请带身份证。')).said).toEqual([]);
    expect((await here.user('联席办').in('市场监管局').write('无意见')).said).toEqual([]);
    await here.user('市场监管局联络员').press('参加');
    expect((await here.user('市场监管局联络员').write('我局无意见')).said).toEqual([]);
    expect((await replies(here)).map(({ answer }) => answer)).toEqual(['joins']);
  });
});

/** What members of a workspace type, press and write, over really signed requests. */
import { describe, expect, it } from 'vitest';
import { consult, installation } from './installation.ts';

describe('commands', () => {
  it('a signed /mingchou help is answered to the one who typed it, in his language', async () => {
    const { user } = await installation();
    const { said } = await user('市场监管局联络员').command('/mingchou', '帮助');
    expect(said.join()).toContain('/mingchou');
    const english = await user('卫健局联络员').command('/mingchou', 'help');
    expect(english.said.join()).not.toBe(said.join());
  });
});

describe('posts', () => {
  it('发起征询后，联席办和各单位的频道各有一条', async () => {
    const here = await installation();
    await consult(here);
    await here.settle();
    expect(here.channel('联席办')).toHaveLength(1);
    expect(here.channel('市场监管局')).toHaveLength(1);
    expect(here.channel('卫健局')).toHaveLength(1);
    console.log(here.channel('联席办'), here.channel('市场监管局'));
  });
});

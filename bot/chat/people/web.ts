/** 登录: a private link into the pages. */
import { webLink } from '../../web/link.ts';
import { show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

/** @param path of our own pages, where the link leads */
export async function web({ deps, actor }: Asked, path: string): Promise<Answer> {
  const url = await webLink(deps, actor, path);
  return show({
    summary: {
      zh: '这是您本人的登录链接，十分钟内有效，只能用一次，请勿转发。',
      en: 'Your own sign-in link: good for ten minutes and once. Do not pass it on.',
    },
    parts: [
      {
        kind: 'text',
        words: {
          zh: '这是您本人的登录链接，十分钟内有效，只能用一次，请勿转发。',
          en: 'Your own sign-in link: good for ten minutes and once. Do not pass it on.',
        },
      },
      { kind: 'link', words: { zh: '登录明抽网页', en: 'Sign in to the pages' }, url },
    ],
  });
}

/** What is typed after `/paper`: nothing opens the form; a paper and what it is about are put into it. */
import type { Route } from '../door.ts';
import { commandOf } from '../subcommand.ts';
import type { Usage } from '../usage.ts';
import { list } from './list.ts';

const usage: Usage = {
  command: '/paper',
  title: { zh: '公文：可以输入的命令', en: 'Papers: what you can type' },
  lines: [
    { zh: '/paper：制作公文，草稿或者取号签发', en: '/paper: draw a paper up, as a draft or numbered' },
    { zh: '/paper 列表：最近签发的文书和下载', en: '/paper list: papers issued, to be fetched' },
    {
      zh: '/paper 制作 行政检查审批表 3-0012：直接写明文书和编号',
      en: '/paper make approval-form 3-0012: the paper and what it is about',
    },
  ],
};

const form = (about: string): Route => ({ kind: 'form', form: 'paper-issue', about });

export const paper = commandOf({
  usage,
  bare: form(''),
  words: {
    list: { words: ['列表', '已签发', 'list'], route: (rest) => (rest === '' ? { kind: 'act', act: list } : null) },
    make: { words: ['制作', '取号', '签发', 'make'], route: form },
  },
});

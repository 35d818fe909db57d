/**
 * Invented persons: surnames by their rough frequency, given names from characters. Numbers, not names, stand for them
 * in records.
 */
import type { Chance } from './chance.ts';

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖石金韦贾夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const firsts = [...'志建文国明永俊晓雅思宇浩子天嘉佳欣梦雨静丽海春秋立德承景启弘清书墨若安婉云锦玉少仲伯维兴振'];
const lasts = [...'华军平强伟斌峰涛鹏超杰辉林芳燕玲娟敏洁琳颖婷慧霞红梅兰英萍宁远舟帆川岩松柏诚信义礼廉和谦恒毅勤琪瑶'];

/** Gives each person a name that no one before had; about a seventh have a single-character given name. */
export function namer(of: Chance): () => string {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const name = of.pick(surnames) + (of.permille(140) ? '' : of.pick(firsts)) + of.pick(lasts);
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };
}

/**
 * Names of enterprises: 行政区划 + 字号 + 行业 + 组织形式 (企业名称登记管理规定 第六条), a shop by its town. The 字号 of a row
 * is a place in a shuffled table of characters, so that no two rows of a sample share one, and none is looked up.
 */
import type { SubjectType } from '../../../core/registry/subject.ts';
import type { Chance } from './chance.ts';
import { county, type Place } from './county.ts';
import type { Trade } from './trades.ts';

const marks = [
  ...'安邦宝博昌诚川聪达德鼎东发方飞丰峰福富刚高冠广桂国海汉航浩和恒弘宏鸿厚华汇惠吉佳嘉坚建江杰金锦晶景久聚君俊凯康科宽坤兰乐力立丽利联良林龙隆绿茂美民明南宁鹏平普启千钦庆全泉仁荣瑞润三森山尚盛胜世顺思四泰腾天田通同万旺望伟文悟熙翔祥协欣新信星兴旭轩雅阳耀业宜艺亿亦益银永友有雨玉裕元源远跃云运泽长振正志智中众舟子',
];

/** Spreads consecutive rows over the table; prime, and near the golden section of the table, so that neighbours differ in both characters. */
const stride = 14_657;
const pairs = marks.length * marks.length;

/** Two characters for the first `marks.length²` rows, three for those after. Different rows never give the same. */
export function brand(row: number): string {
  const round = Math.floor(row / pairs);
  const place = ((row % pairs) * stride) % pairs;
  const two = `${marks[Math.floor(place / marks.length)]}${marks[place % marks.length]}`;
  return round === 0 ? two : `${two}${marks[(round - 1) % marks.length]}`;
}

export function subjectName(row: number, trade: Trade, type: SubjectType, place: Place, of: Chance): string {
  const mark = brand(row);
  switch (type) {
    case 'enterprise':
      return `${of.permille(700) ? county.name : county.city}${mark}${of.pick(trade.company)}有限${of.permille(930) ? '公司' : '责任公司'}`;
    case 'sole-trader':
      return `${county.name}${place.town}${mark}${of.pick(trade.shop)}`;
    case 'cooperative':
      return `${county.name}${mark}${of.pick(trade.company)}农民专业合作社`;
    case 'institution':
      return `${county.name}${place.town}${mark}${of.pick(trade.company)}`;
    default:
      return `${county.name}${mark}${of.pick(trade.company)}`;
  }
}

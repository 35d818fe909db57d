/**
 * Sentences that the rules of reading had not seen when they were first tried, in the ways clerks write, each with what a careful
 * colleague takes it for (`open`: nothing to record yet, whoever reads it must ask). Three rounds were written one after the other by
 * somebody who did not know the rules; of the third, which nothing was changed for, five of thirty-three were asked back without need.
 */
import { describe, expect, it } from 'vitest';
import { type Reading, readReply } from '../../../core/consult/reading/reading.ts';

type Meaning = 'consent' | 'comments' | 'declines' | 'open';

interface Round {
  readonly name: string;
  /** Names of the departments that write; each of them writes for itself. */
  readonly own: readonly string[];
  /** Most that may be asked back without need. */
  readonly needlessMost: number;
  readonly sentences: readonly (readonly [string, Meaning])[];
}

const rounds: readonly Round[] = [
  {
    name: 'the first round',
    own: ['清漪县水利局', '发改局', '医保局', '人社局', '档案馆', '教育局'],
    needlessMost: 6,
    sentences: [
      ['经局务会研究，我局对《征询函》及附表无不同意见，盖章件已通过OA上报。', 'consent'],
      ['县水利局：对本年度联合抽查计划没有修改意见。', 'consent'],
      ['发改局没意见哈', 'consent'],
      ['我大队全力配合，无意见。', 'consent'],
      ['参加。参检人员名单附后。', 'consent'],
      ['不好意思才看到，我局没有意见，抱歉回复晚了。', 'consent'],
      ['回复：无意见。联络员：小周，电话内线8021', 'consent'],
      ['经请示局领导，我局同意作为配合单位参加建筑工地扬尘联合检查。', 'consent'],
      ['领导说可以，我这边没问题。', 'consent'],
      ['医保局收悉，无补充意见。', 'consent'],
      ['同意参与，建议检查时间由6月调整到8月，避开汛期。', 'comments'],
      ['同意你办意见。请在餐饮任务里加上我局的燃气安全检查事项。', 'comments'],
      ['我局原定的“校外培训机构”任务取消，其他没有意见。', 'comments'],
      ['比例太高了，3%就差不多，我们人手不够。', 'comments'],
      ['我局不同意将游泳场所纳入7月抽查，其余照办。', 'comments'],
      ['同意！另：附件2第7行单位名称写错了，应为“县文化广电和旅游局”。', 'comments'],
      ['同意上述安排，但需明确一户企业不超过两个部门同时上门。', 'comments'],
      ['人社局：我局拟牵头“人力资源服务机构”抽查1项，配合单位市场监管局。', 'comments'],
      ['没有不同意，只是希望联合检查时带队的由我局出。', 'comments'],
      ['除第3项外，其余均同意。', 'comments'],
      ['我们单位今年机构改革，相关执法职能已划转至综合执法局，不再参与本次抽查。', 'declines'],
      ['经核，我局权力清单中无涉企检查事项，故不列入2025年联合抽查。', 'declines'],
      ['档案馆无行政检查职能，不参加。', 'declines'],
      ['暂时没有意见，等分管领导出差回来签字后再正式回复。', 'open'],
      ['收到，马上转业务股室办理。', 'open'],
      ['请问反馈表里的“抽查比例”是按户数还是按事项算？', 'open'],
      ['这个我们不好表态，要请示市局。', 'open'],
      ['教育局意见同去年。', 'open'],
      ['先按无意见报，如有变化再说。', 'open'],
      ['我局不需要参加吧？', 'open'],
      ['我们没有异议的地方只有时间安排，其他都有意见。', 'open'],
      ['王局让我问下，如果我们没意见是不是就不用盖章了', 'open'],
    ],
  },
  {
    name: 'the second round',
    own: ['清漪县交通运输局', '烟草局', '民政局', '清漪县统计局', '气象局'],
    needlessMost: 8,
    sentences: [
      ['我局对征询内容没有异议，请联席办统筹安排。', 'consent'],
      ['县交通运输局无意见', 'consent'],
      ['同意该计划，我局将安排执法大队两名同志参加。', 'consent'],
      ['已向分管副局长汇报，无修改意见，按贵办计划执行', 'consent'],
      ['无意见，谢谢！', 'consent'],
      ['我们这边可以的 没啥意见', 'consent'],
      ['经审阅，我单位原则无意见，同意印发。', 'consent'],
      ['烟草局：参加，具体由专卖监督管理科对接', 'consent'],
      ['Hi，民政局这边no problem，无意见～', 'consent'],
      ['收悉。经股室研究，我局对《2025年度抽查计划（征求意见稿）》无意见，特此函复。', 'consent'],
      ['统计局 无意见 2025.6.26', 'consent'],
      ['同意加入联合检查，我局事项见附件', 'consent'],
      ['建议把养老机构检查放到四季度，其余无意见', 'comments'],
      ['第5项任务的牵头单位应该是住建局不是我们，请更正', 'comments'],
      ['我局参加，但人手有限，最多派一组人', 'comments'],
      ['抽查比例请按省厅要求定为10%', 'comments'],
      ['增加一项：农资经营单位抽查，对象约80户，比例5%，9月开展', 'comments'],
      ['无意见，另请将我局联络员更正为办公室同志', 'comments'],
      ['同意。请考虑汛期6月至7月不要安排水利方面检查', 'comments'],
      ['对象名单里有几家已经注销了，要更新一下', 'comments'],
      ['我单位为参公事业单位，没有行政执法权，不参与', 'declines'],
      ['今年我局无计划开展双随机抽查，此项不填报', 'declines'],
      ['气象局不涉及该项工作，请不要列入', 'declines'],
      ['因职能调整，今年起不再承担该项检查，申请退出', 'declines'],
      ['好的收到，明天给您回复', 'open'],
      ['这个事要等新局长到任后定', 'open'],
      ['麻烦把表再发一遍，打不开', 'open'],
      ['我看其他局都写无意见，是不是都得写？', 'open'],
      ['原来的意见还算数吗', 'open'],
      ['文已送局长阅批', 'open'],
      ['无意见的话怎么填', 'open'],
      ['张科长说他没意见，但还没走会签', 'open'],
    ],
  },
  {
    name: 'the third round',
    own: ['清漪县林业局', '清漪县商务局'],
    needlessMost: 6,
    sentences: [
      ['我局已组织相关股室认真研究，对征询内容无意见。', 'consent'],
      ['县林业局回复：没有意见，同意开展。', 'consent'],
      ['对贵办来函内容，我局表示同意', 'consent'],
      ['好的，我局无异议，按此办理', 'consent'],
      ['经与执法大队沟通，同意参加餐饮、住宿两项联合检查', 'consent'],
      ['同意按联席办的安排执行，届时派员参加', 'consent'],
      ['领导已圈阅，无意见', 'consent'],
      ['我们局没意见，具体工作由小李负责对接', 'consent'],
      ['无意见，请联席办汇总', 'consent'],
      ['商务局已研究，同意', 'consent'],
      ['参加，联络员不变', 'consent'],
      ['我局研究后无不同意见，纸质盖章件随后送达', 'consent'],
      ['同意，就是检查频次能不能改成一年一次', 'comments'],
      ['参加是参加，不过我局只能出一个人', 'comments'],
      ['请把我局的任务和市场监管局的加油站检查合并', 'comments'],
      ['我局建议取消液化气站那一项，去年刚查过', 'comments'],
      ['实施时间建议统一改到9月以后', 'comments'],
      ['没有大的意见，表里我局名称写的还是旧名', 'comments'],
      ['成品油那项我们不牵头，配合可以', 'comments'],
      ['可以参加，但请不要和我局专项行动时间冲突', 'comments'],
      ['我局不具备执法主体资格，无法参加', 'declines'],
      ['经研究，我局2025年不安排抽查任务', 'declines'],
      ['本单位没有双随机事项，不参加', 'declines'],
      ['我馆是事业单位没有检查权，就不参加了', 'declines'],
      ['收到收到', 'open'],
      ['好', 'open'],
      ['已转办', 'open'],
      ['还没开会，等通知', 'open'],
      ['我问一下领导', 'open'],
      ['这跟去年那个是一回事吗', 'open'],
      ['另一个群里已经回过了', 'open'],
      ['同意？不同意？要填哪个', 'open'],
      ['据我所知没意见，但不代表局里', 'open'],
    ],
  },
];

const recordsConsent = ({ kind }: Reading): boolean => kind === 'agrees' || kind === 'joins';
const asks = ({ kind }: Reading): boolean => kind === 'doubtful' || kind === 'aside';

describe.each(rounds)('replies that the rules had not seen, $name', ({ own, needlessMost, sentences }) => {
  const meant = (...meanings: readonly Meaning[]) => sentences.filter(([, meaning]) => meanings.includes(meaning));

  it.each(meant('comments', 'declines', 'open'))('“%s” is no consent', (text) => {
    expect(recordsConsent(readReply(text, own))).toBe(false);
  });

  it.each(meant('consent', 'comments', 'open'))('“%s” is no refusal', (text) => {
    expect(readReply(text, own).kind).not.toBe('declines');
  });

  it('few are asked back without need', () => {
    const needless = meant('consent', 'comments', 'declines').filter(([text]) => asks(readReply(text, own)));
    expect(needless.length).toBeLessThanOrEqual(needlessMost);
  });
});

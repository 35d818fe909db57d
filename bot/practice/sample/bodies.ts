/**
 * 成员单位 of the county's joint conference, in order: those that the tasks need first. Each with how many in a thousand
 * inspectors it has and the fields in which they are at home.
 */
export interface Body {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly section: string;
  /** Inspectors in a thousand; 0 where it sends none. */
  readonly staff: number;
  readonly fields: readonly string[];
  readonly enforces: boolean;
}

const body = (
  code: string,
  name: string,
  section: string,
  staff: number,
  fields: string[],
  alias: string[] = [],
): Body => ({
  code,
  name: `清漪县${name}`,
  aliases: [name, ...alias],
  section,
  staff,
  fields,
  enforces: staff > 0,
});

/** 国办发〔2024〕54号: a coordinating body never inspects. */
const office: Body = {
  code: 'lxb',
  name: '清漪县“双随机、一公开”跨部门联合监管联席会议办公室',
  aliases: ['联席办', '县联席会议办公室'],
  section: '信用监督管理股',
  staff: 0,
  fields: [],
  enforces: false,
};

export const bodies: readonly Body[] = [
  office,
  body(
    'scjg',
    '市场监督管理局',
    '信用监督管理股',
    300,
    ['食品安全', '药品监管', '特种设备', '计量', '价格监督', '检验检测', '登记公示'],
    ['市场监管局', '市监局'],
  ),
  body('sf', '司法局', '行政执法协调监督股', 0, [], []),
  body('xf', '消防救援大队', '监督股', 110, ['消防监督'], ['消防大队', '消防救援机构']),
  body('wj', '卫生健康局', '综合监督股', 85, ['公共场所卫生', '医疗卫生', '饮用水卫生'], ['卫健局', '卫生健康委']),
  body('ga', '公安局', '治安管理大队', 80, ['治安管理', '网络安全', '道路交通'], []),
  body('zj', '住房和城乡建设局', '行业监管股', 70, ['建筑市场', '物业管理'], ['住建局']),
  body('yj', '应急管理局', '危险化学品监管股', 60, ['危险化学品', '安全生产'], []),
  body('sthj', '生态环境局', '综合执法大队', 60, ['大气污染', '固体废物'], ['安澜市清漪生态环境局', '环保局']),
  body('mz', '民政局', '养老服务股', 25, ['养老服务'], []),
  body('jy', '教育局', '安全保卫股', 25, ['学校安全'], []),
  body('wl', '文化和旅游局', '文化市场综合执法大队', 40, ['文化市场', '旅游市场'], ['文旅局']),
  body('nyj', '农业农村局', '农业综合行政执法大队', 35, ['农药管理', '农产品质量'], []),
  body('sw', '商务局', '市场体系建设股', 20, ['成品油流通'], []),
  body('rs', '人力资源和社会保障局', '劳动保障监察大队', 30, ['劳动保障'], ['人社局']),
  body('yb', '医疗保障局', '基金监管股', 20, ['医保基金'], ['医保局']),
  body('cg', '城市管理局', '综合执法大队', 20, ['市容环境'], ['城管局']),
  body('jt', '交通运输局', '交通运输综合执法大队', 15, ['道路运输'], []),
  body('xwcb', '新闻出版局', '版权和印刷管理股', 5, ['出版印刷'], []),
  body('fgj', '发展和改革局', '价格和收费管理股', 0, [], ['发改局']),
  body('gxj', '工业和信息化局', '行业管理股', 0, [], ['工信局']),
  body('czj', '财政局', '监督检查股', 0, [], []),
  body('zrzy', '自然资源局', '执法监察股', 0, [], []),
  body('slj', '水利局', '水政监察股', 0, [], []),
  body('tjj', '统计局', '执法监督股', 0, [], []),
  body('lyj', '林业局', '资源管理股', 0, [], []),
  body('swj', '税务局', '征收管理股', 0, [], ['国家税务总局清漪县税务局']),
  body('ycj', '烟草专卖局', '专卖监督管理股', 0, [], []),
  body('qxj', '气象局', '防雷减灾股', 0, [], []),
  body('yzj', '邮政管理局', '市场监管股', 0, [], []),
];

/** Fewer than this and a task would miss one of its bodies. */
export const fewestBodies = bodies.findIndex((each) => each.code === 'xwcb') + 1;

/**
 * Items on a department's own list that no task of the sample takes up, as every real list has them; the last two rest on a
 * basis that is repealed, so that nobody can plan or draw them.
 */
export const apart: readonly {
  readonly department: string;
  readonly name: string;
  readonly basis: string;
  readonly subjects: string;
  readonly content: string;
  readonly repealed: boolean;
}[] = [
  {
    department: 'scjg',
    name: '年度报告公示信息检查',
    basis: '《企业信息公示暂行条例》第十四条',
    subjects: '企业、农民专业合作社',
    content: '年度报告公示信息的真实性',
    repealed: false,
  },
  {
    department: 'scjg',
    name: '广告发布行为检查',
    basis: '《中华人民共和国广告法》第四十九条',
    subjects: '广告经营者、发布者',
    content: '广告内容和发布登记档案',
    repealed: false,
  },
  {
    department: 'scjg',
    name: '电子商务经营行为检查',
    basis: '《中华人民共和国电子商务法》',
    subjects: '电子商务经营者',
    content: '主体信息公示和交易规则',
    repealed: false,
  },
  {
    department: 'scjg',
    name: '定量包装商品净含量检查',
    basis: '《定量包装商品计量监督管理办法》',
    subjects: '定量包装商品生产、销售企业',
    content: '净含量标注和计量',
    repealed: false,
  },
  {
    department: 'scjg',
    name: '食品生产监督检查',
    basis: '《中华人民共和国食品安全法》第一百一十条',
    subjects: '食品生产企业',
    content: '生产许可条件保持和过程控制',
    repealed: false,
  },
  {
    department: 'wj',
    name: '美容美发场所卫生检查',
    basis: '《公共场所卫生管理条例》第十条',
    subjects: '美容美发场所',
    content: '卫生许可和公共用品用具消毒',
    repealed: false,
  },
  {
    department: 'wj',
    name: '医疗机构执业活动检查',
    basis: '《医疗机构管理条例》',
    subjects: '医疗机构',
    content: '执业登记和诊疗活动',
    repealed: false,
  },
  {
    department: 'jt',
    name: '道路货物运输经营检查',
    basis: '《中华人民共和国道路运输条例》第五十八条',
    subjects: '道路货物运输经营者',
    content: '经营许可和车辆技术状况',
    repealed: false,
  },
  {
    department: 'jy',
    name: '校外培训机构办学检查',
    basis: '《中华人民共和国民办教育促进法》',
    subjects: '校外培训机构',
    content: '办学许可和收费管理',
    repealed: false,
  },
  {
    department: 'rs',
    name: '人力资源服务机构检查',
    basis: '《人力资源市场暂行条例》',
    subjects: '人力资源服务机构',
    content: '许可备案和服务行为',
    repealed: false,
  },
  {
    department: 'nyj',
    name: '农产品质量安全检查',
    basis: '《中华人民共和国农产品质量安全法》',
    subjects: '农产品生产企业、合作社',
    content: '生产记录和承诺达标合格证',
    repealed: false,
  },
  {
    department: 'scjg',
    name: '食品流通许可检查',
    basis: '《流通环节食品安全监督管理办法》（已废止）',
    subjects: '食品流通经营者',
    content: '食品流通许可',
    repealed: true,
  },
  {
    department: 'wl',
    name: '营业性演出许可旧式检查',
    basis: '原地方性规定（已废止）',
    subjects: '演出经纪机构',
    content: '演出许可',
    repealed: true,
  },
];

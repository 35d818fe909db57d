/** Matters of production and dangerous things. */
import type { Matter } from './matter.ts';

export const production: readonly Matter[] = [
  {
    name: '危险化学品经营和加油站联合抽查',
    field: '危险化学品监管',
    tag: '危险化学品',
    subjects: '危险化学品经营企业（含成品油零售）',
    category: 'key',
    statutoryCap: 2,
    safety: 'production',
    way: 'all',
    expert: '危险化学品',
    bodies: [
      {
        department: 'yj',
        needs: ['危险化学品'],
        items: [
          {
            name: '危险化学品经营安全检查',
            basis: '《危险化学品安全管理条例》第七条',
            content: '经营许可、安全管理制度、储存条件、应急预案',
            points: [
              '危险化学品经营许可证是否有效',
              '储存条件是否符合标准',
              '从业人员是否经安全培训',
              '应急预案是否备案并演练',
            ],
          },
          {
            name: '主要负责人和安全管理人员履职检查',
            basis: '《中华人民共和国安全生产法》第六十五条',
            content: '全员安全生产责任制、隐患排查治理',
            points: ['是否建立全员安全生产责任制', '隐患排查治理是否闭环'],
          },
        ],
      },
      {
        department: 'sw',
        needs: [],
        items: [
          {
            name: '成品油零售经营检查',
            basis: '《成品油流通管理办法》',
            content: '成品油零售经营资格、进销存台账',
            points: ['零售经营资格是否有效', '购销台账是否完整'],
          },
        ],
      },
      {
        department: 'scjg',
        needs: ['计量'],
        items: [
          {
            name: '加油机计量检查',
            basis: '《中华人民共和国计量法》第十八条',
            content: '加油机强制检定和铅封情况',
            points: ['是否在检定有效期内', '铅封是否完好'],
          },
        ],
      },
      {
        department: 'sthj',
        needs: [],
        items: [
          {
            name: '油气回收和危险废物检查',
            basis: '《中华人民共和国大气污染防治法》第四十七条',
            content: '油气回收装置运行和危险废物管理',
            points: ['油气回收装置是否正常运行', '危险废物是否规范贮存、转移'],
          },
        ],
      },
      {
        department: 'xf',
        needs: [],
        items: [
          {
            name: '易燃易爆场所消防安全检查',
            basis: '《中华人民共和国消防法》第五十三条',
            content: '消防设施、防火间距、应急处置',
            points: ['消防设施、器材是否完好有效', '防雷防静电措施是否落实'],
          },
        ],
      },
    ],
  },
  {
    name: '机动车检验机构联合抽查',
    field: '检验检测机构监管',
    tag: '机动车检验',
    subjects: '机动车检验机构（安全技术检验、排放检验）',
    category: 'key',
    statutoryCap: 2,
    safety: 'ecological',
    way: 'all',
    expert: '',
    bodies: [
      {
        department: 'scjg',
        needs: ['检验检测'],
        items: [
          {
            name: '机动车检验机构资质认定检查',
            basis: '《检验检测机构监督管理办法》',
            content: '资质认定条件保持、检验报告真实性',
            points: ['是否超出资质认定范围检验', '检验报告与原始记录是否一致', '设备是否检定校准'],
          },
        ],
      },
      {
        department: 'ga',
        needs: ['道路交通'],
        items: [
          {
            name: '机动车安全技术检验检查',
            basis: '《中华人民共和国道路交通安全法》第十三条',
            content: '检验标准执行和检验视频上传',
            points: ['是否按国家标准检验', '检验视频、照片是否完整上传'],
          },
        ],
      },
      {
        department: 'sthj',
        needs: ['大气污染'],
        items: [
          {
            name: '机动车排放检验检查',
            basis: '《中华人民共和国大气污染防治法》第五十四条',
            content: '排放检验方法、联网和数据真实性',
            points: ['是否与主管部门联网', '是否存在篡改检验数据'],
          },
        ],
      },
    ],
  },
  {
    name: '建筑施工企业联合抽查',
    field: '建筑市场监管',
    tag: '建筑施工',
    subjects: '建筑施工、装饰装修企业',
    category: 'general',
    statutoryCap: null,
    safety: 'production',
    way: 'classes',
    expert: '建筑施工',
    bodies: [
      {
        department: 'zj',
        needs: ['建筑市场'],
        items: [
          {
            name: '施工企业资质和安全生产许可检查',
            basis: '《建设工程安全生产管理条例》第四十三条',
            content: '资质条件、安全生产许可、关键岗位人员到岗',
            points: ['资质和安全生产许可证是否有效', '项目负责人、安全员是否到岗', '是否存在转包、违法分包'],
          },
          {
            name: '工程质量责任落实检查',
            basis: '《建设工程质量管理条例》第四十三条',
            content: '质量责任制、材料进场检验',
            points: ['是否落实质量终身责任承诺', '进场材料是否见证取样'],
          },
        ],
      },
      {
        department: 'rs',
        needs: [],
        items: [
          {
            name: '农民工工资支付检查',
            basis: '《保障农民工工资支付条例》',
            content: '专用账户、实名制管理、工资保证金',
            points: ['是否开设农民工工资专用账户', '是否按月足额支付', '是否落实用工实名登记'],
          },
        ],
      },
      {
        department: 'yj',
        needs: [],
        items: [
          {
            name: '施工现场安全生产综合检查',
            basis: '《中华人民共和国安全生产法》第六十五条',
            content: '安全生产责任制、特种作业人员持证',
            points: ['特种作业人员是否持证上岗', '安全警示标志是否设置'],
          },
        ],
      },
    ],
  },
  {
    name: '特种设备使用单位抽查',
    field: '特种设备监管',
    tag: '特种设备使用',
    subjects: '特种设备使用单位',
    category: 'key',
    statutoryCap: 2,
    safety: 'production',
    way: 'total',
    expert: '特种设备',
    bodies: [
      {
        department: 'scjg',
        needs: ['特种设备'],
        items: [
          {
            name: '特种设备使用登记和定期检验检查',
            basis: '《中华人民共和国特种设备安全法》第五十七条',
            content: '使用登记、定期检验、安全技术档案',
            points: ['是否办理使用登记', '是否在检验有效期内', '安全技术档案是否完整'],
          },
          {
            name: '特种设备作业人员持证检查',
            basis: '《中华人民共和国特种设备安全法》第十四条',
            content: '安全管理人员和作业人员资格',
            points: ['作业人员是否持证上岗', '是否配备安全总监、安全员'],
          },
        ],
      },
      {
        department: 'yj',
        needs: ['安全生产'],
        items: [
          {
            name: '特种设备使用单位安全生产责任制检查',
            basis: '《中华人民共和国安全生产法》第六十五条',
            content: '全员安全生产责任制和应急预案',
            points: ['是否建立全员安全生产责任制', '应急预案是否演练'],
          },
        ],
      },
    ],
  },
];

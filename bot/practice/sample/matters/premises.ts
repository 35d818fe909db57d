/** Matters of premises that the public enters. */
import type { Matter } from './matter.ts';

const fire = {
  basis: '《中华人民共和国消防法》第五十三条',
  content: '消防安全责任制、消防设施和疏散条件',
  points: ['疏散通道、安全出口是否畅通', '消防控制室是否持证值班', '消防设施、器材是否完好有效'],
};
const prices = {
  basis: '《中华人民共和国价格法》第十三条、第三十三条',
  content: '商品和服务明码标价情况',
  points: ['是否明码标价', '是否在标价之外加价收费'],
};

export const premises: readonly Matter[] = [
  {
    name: '旅馆业联合抽查',
    field: '旅馆业监管',
    tag: '旅馆',
    subjects: '宾馆、旅店、民宿',
    category: 'general',
    statutoryCap: null,
    safety: 'public',
    way: 'classes',
    expert: '',
    bodies: [
      {
        department: 'ga',
        needs: ['治安管理'],
        items: [
          {
            name: '旅馆业治安管理检查',
            basis: '《旅馆业治安管理办法》第十四条',
            content: '特种行业许可、住宿登记、访客管理',
            points: ['特种行业许可证是否有效', '是否如实登记并上传住宿人员信息', '是否落实未成年人入住询问制度'],
          },
        ],
      },
      {
        department: 'wj',
        needs: ['公共场所卫生'],
        items: [
          {
            name: '住宿场所卫生检查',
            basis: '《公共场所卫生管理条例》第十条',
            content: '卫生许可、公共用品用具清洗消毒、从业人员健康管理',
            points: ['卫生许可证是否有效并公示', '公共用品用具是否一客一换', '卫生检测结果是否公示'],
          },
        ],
      },
      { department: 'xf', needs: [], items: [{ ...fire, name: '住宿场所消防安全检查' }] },
      {
        department: 'scjg',
        needs: [],
        items: [
          { ...prices, name: '住宿业明码标价检查' },
          {
            name: '住宿业登记事项检查',
            basis: '《中华人民共和国市场主体登记管理条例》第三十八条',
            content: '营业执照公示、登记事项与实际是否一致',
            points: ['营业执照是否置于醒目位置', '通过登记的住所（经营场所）是否可以联系'],
          },
        ],
      },
      {
        department: 'zj',
        needs: [],
        items: [
          {
            name: '住宿场所竣工验收备案检查',
            basis: '《建设工程质量管理条例》第四十九条',
            content: '房屋竣工验收备案手续',
            points: ['是否办理竣工验收备案', '是否擅自改变房屋主体结构'],
          },
        ],
      },
    ],
  },
  {
    name: '互联网上网服务营业场所联合抽查',
    field: '文化市场监管',
    tag: '网吧',
    subjects: '网吧等互联网上网服务营业场所',
    category: 'general',
    statutoryCap: null,
    safety: 'ideological',
    way: 'classes',
    expert: '',
    bodies: [
      {
        department: 'wl',
        needs: ['文化市场'],
        items: [
          {
            name: '互联网上网服务经营检查',
            basis: '《互联网上网服务营业场所管理条例》第四条',
            content: '经营许可、未成年人禁入标志、上网登记',
            points: ['网络文化经营许可证是否有效', '是否接纳未成年人', '经营管理技术措施是否正常运行'],
          },
        ],
      },
      {
        department: 'ga',
        needs: ['网络安全'],
        items: [
          {
            name: '上网服务场所信息网络安全检查',
            basis: '《互联网上网服务营业场所管理条例》第四条',
            content: '实名上网、安全技术措施和日志留存',
            points: ['是否核对登记有效身份证件', '上网日志是否留存不少于60日'],
          },
        ],
      },
      { department: 'xf', needs: [], items: [{ ...fire, name: '上网服务场所消防安全检查' }] },
      { department: 'scjg', needs: [], items: [{ ...prices, name: '上网服务明码标价检查' }] },
    ],
  },
  {
    name: '物业服务企业联合抽查',
    field: '物业管理监管',
    tag: '物业服务',
    subjects: '物业服务企业',
    category: 'general',
    statutoryCap: null,
    safety: 'public',
    way: 'classes',
    expert: '',
    bodies: [
      {
        department: 'zj',
        needs: ['物业管理'],
        items: [
          {
            name: '物业服务合同履行检查',
            basis: '《物业管理条例》第五条',
            content: '物业服务合同、公共收益和维修资金使用',
            points: ['是否签订物业服务合同', '公共收益是否公示', '维修资金使用是否合规'],
          },
        ],
      },
      {
        department: 'scjg',
        needs: ['特种设备'],
        items: [
          {
            name: '住宅电梯使用管理检查',
            basis: '《中华人民共和国特种设备安全法》第五十七条',
            content: '使用登记、维护保养和定期检验',
            points: ['是否在检验有效期内', '是否落实维护保养', '应急救援电话是否畅通'],
          },
          { ...prices, name: '物业服务收费公示检查' },
        ],
      },
      { department: 'xf', needs: [], items: [{ ...fire, name: '住宅物业消防安全检查' }] },
    ],
  },
  {
    name: '旅行社联合抽查',
    field: '旅游市场监管',
    tag: '旅行社',
    subjects: '旅行社及其分支机构',
    category: 'general',
    statutoryCap: null,
    safety: 'economic',
    way: 'classes',
    expert: '',
    bodies: [
      {
        department: 'wl',
        needs: ['旅游市场'],
        items: [
          {
            name: '旅行社经营检查',
            basis: '《中华人民共和国旅游法》第八十五条',
            content: '经营许可、旅游合同、质量保证金',
            points: ['经营许可证是否有效', '是否签订旅游合同', '质量保证金是否足额'],
          },
        ],
      },
      { department: 'scjg', needs: [], items: [{ ...prices, name: '旅游价格行为检查' }] },
      {
        department: 'jt',
        needs: [],
        items: [
          {
            name: '旅游包车使用检查',
            basis: '《中华人民共和国道路运输条例》第五十八条',
            content: '租用客运车辆的资质',
            points: ['是否租用有资质的客运车辆', '包车合同是否留存'],
          },
        ],
      },
    ],
  },
  {
    name: '印刷企业联合抽查',
    field: '印刷业监管',
    tag: '印刷',
    subjects: '出版物、包装装潢和其他印刷品印刷企业',
    category: 'general',
    statutoryCap: null,
    safety: 'ideological',
    way: 'classes',
    expert: '',
    bodies: [
      {
        department: 'xwcb',
        needs: [],
        items: [
          {
            name: '印刷经营活动检查',
            basis: '《印刷业管理条例》第四条',
            content: '印刷经营许可和五项管理制度',
            points: ['印刷经营许可证是否有效', '承印验证、登记、保管、交付、残次品销毁制度是否落实'],
          },
        ],
      },
      {
        department: 'sthj',
        needs: ['大气污染'],
        items: [
          {
            name: '印刷企业挥发性有机物治理检查',
            basis: '《中华人民共和国大气污染防治法》第四十五条',
            content: '挥发性有机物收集和处理设施',
            points: ['是否安装并正常使用污染防治设施', '危险废物是否规范贮存'],
          },
        ],
      },
      {
        department: 'ga',
        needs: [],
        items: [
          {
            name: '印刷业治安管理检查',
            basis: '《印刷业管理条例》第四条',
            content: '公章刻制、涉密载体印制情况',
            points: ['是否落实承印登记', '是否违规承印公章、票证'],
          },
        ],
      },
    ],
  },
];

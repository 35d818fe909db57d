/** Matters of food, medicine and care. */
import type { Matter } from './matter.ts';

const fire = {
  name: '消防安全检查',
  basis: '《中华人民共和国消防法》第五十三条',
  content: '消防设施、疏散通道、用火用电和燃气使用',
  points: ['疏散通道、安全出口是否畅通', '消防设施、器材是否完好有效', '是否违规使用明火、电气线路是否老化'],
};

export const food: readonly Matter[] = [
  {
    name: '餐饮服务单位联合抽查',
    field: '餐饮服务监管',
    tag: '餐饮服务',
    subjects: '餐饮服务经营者',
    category: 'general',
    statutoryCap: null,
    safety: 'public',
    way: 'own',
    expert: '',
    bodies: [
      {
        department: 'scjg',
        needs: ['食品安全'],
        items: [
          {
            name: '餐饮服务食品安全监督检查',
            basis: '《中华人民共和国食品安全法》第一百一十条',
            content: '食品经营许可、原料采购查验、加工过程控制、从业人员健康管理',
            points: [
              '食品经营许可证是否有效并公示',
              '进货查验和索证索票是否落实',
              '加工操作、清洗消毒是否符合规范',
              '从业人员健康证明是否有效',
            ],
          },
          {
            name: '餐饮明码标价检查',
            basis: '《中华人民共和国价格法》第十三条、第三十三条',
            content: '商品和服务明码标价情况',
            points: ['是否明码标价', '是否在标价之外加价收费'],
          },
        ],
      },
      {
        department: 'wj',
        needs: [],
        items: [
          {
            name: '集中消毒餐具饮具使用情况检查',
            basis: '《中华人民共和国食品安全法》第五十八条',
            content: '集中消毒餐具饮具的来源和合格证明',
            points: ['是否查验消毒服务单位营业执照和消毒合格证明', '独立包装标识是否齐全'],
          },
        ],
      },
      { department: 'xf', needs: [], items: [{ ...fire, name: '餐饮场所消防安全检查' }] },
      {
        department: 'cg',
        needs: [],
        items: [
          {
            name: '餐厨垃圾处置情况检查',
            basis: '《城市生活垃圾管理办法》第二十七条',
            content: '餐厨垃圾分类投放和交付收运情况',
            points: ['是否按规定交由有资质单位收运', '是否建立收运台账'],
          },
        ],
      },
    ],
  },
  {
    name: '学校（含幼儿园）食堂联合抽查',
    field: '学校食堂监管',
    tag: '学校食堂',
    subjects: '学校、幼儿园食堂',
    category: 'key',
    statutoryCap: 2,
    safety: 'public',
    way: 'all',
    expert: '公共卫生',
    bodies: [
      {
        department: 'scjg',
        needs: ['食品安全'],
        items: [
          {
            name: '学校食堂食品安全检查',
            basis: '《学校食品安全与营养健康管理规定》',
            content: '许可、集中用餐管理、原料采购、加工操作、留样',
            points: ['是否落实校长（园长）陪餐制度', '食品留样是否符合规定', '库房管理和食品添加剂使用是否合规'],
          },
          {
            name: '学校食堂在用电梯、锅炉检查',
            basis: '《中华人民共和国特种设备安全法》第五十七条',
            content: '使用登记、定期检验和作业人员持证情况',
            points: ['是否办理使用登记', '是否在检验有效期内'],
          },
        ],
      },
      {
        department: 'jy',
        needs: [],
        items: [
          {
            name: '学校集中用餐管理情况检查',
            basis: '《学校食品安全与营养健康管理规定》',
            content: '食品安全校长（园长）负责制、家长参与监督情况',
            points: ['是否建立食品安全管理制度', '是否公开食堂收支和带量食谱'],
          },
        ],
      },
      {
        department: 'wj',
        needs: [],
        items: [
          {
            name: '学校生活饮用水卫生检查',
            basis: '《生活饮用水卫生监督管理办法》',
            content: '供水设施卫生管理和水质检测情况',
            points: ['二次供水设施是否定期清洗消毒', '水质检测结果是否公示'],
          },
        ],
      },
    ],
  },
  {
    name: '养老机构联合抽查',
    field: '养老服务监管',
    tag: '养老机构',
    subjects: '养老机构',
    category: 'key',
    statutoryCap: 2,
    safety: 'public',
    way: 'all',
    expert: '',
    bodies: [
      {
        department: 'mz',
        needs: [],
        items: [
          {
            name: '养老机构服务质量和安全管理检查',
            basis: '《养老机构管理办法》',
            content: '备案、服务合同、入院评估、安全管理制度',
            points: ['是否与老年人签订服务协议', '是否落实24小时值班', '是否制定突发事件应急预案'],
          },
        ],
      },
      { department: 'xf', needs: [], items: [{ ...fire, name: '养老机构消防安全检查' }] },
      {
        department: 'scjg',
        needs: ['食品安全'],
        items: [
          {
            name: '养老机构食堂食品安全检查',
            basis: '《中华人民共和国食品安全法》第一百一十条',
            content: '食品经营许可、原料采购、加工操作、留样',
            points: ['食品经营许可证是否有效', '食品留样是否符合规定'],
          },
        ],
      },
      {
        department: 'wj',
        needs: [],
        items: [
          {
            name: '养老机构内设医疗机构执业检查',
            basis: '《医疗机构管理条例》',
            content: '执业登记、诊疗科目和卫生技术人员资质',
            points: ['是否超出登记范围执业', '卫生技术人员是否持证'],
          },
        ],
      },
    ],
  },
  {
    name: '药品零售企业联合抽查',
    field: '药品零售监管',
    tag: '药店',
    subjects: '药品零售企业、定点零售药店',
    category: 'general',
    statutoryCap: null,
    safety: 'public',
    way: 'top',
    expert: '',
    bodies: [
      {
        department: 'scjg',
        needs: ['药品监管'],
        items: [
          {
            name: '药品经营质量管理检查',
            basis: '《中华人民共和国药品管理法》第九十九条',
            content: '药品经营质量管理规范执行情况',
            points: ['药品购进渠道和凭证是否合法', '处方药是否凭处方销售', '阴凉储存条件是否符合要求'],
          },
          {
            name: '医疗器械经营检查',
            basis: '《医疗器械监督管理条例》第六十九条',
            content: '医疗器械经营许可或备案、进货查验记录',
            points: ['是否取得许可或备案', '进货查验记录是否完整'],
          },
        ],
      },
      {
        department: 'yb',
        needs: [],
        items: [
          {
            name: '定点零售药店医保基金使用检查',
            basis: '《医疗保障基金使用监督管理条例》',
            content: '医保协议履行和基金使用情况',
            points: ['是否存在串换药品、空刷套刷', '进销存记录与结算数据是否一致'],
          },
        ],
      },
      {
        department: 'wj',
        needs: [],
        items: [
          {
            name: '消毒产品经营检查',
            basis: '《消毒管理办法》',
            content: '消毒产品索证和标签说明书',
            points: ['是否索取卫生许可证明', '标签说明书是否宣称疗效'],
          },
        ],
      },
    ],
  },
  {
    name: '农药经营单位联合抽查',
    field: '农资监管',
    tag: '农药经营',
    subjects: '农药经营者',
    category: 'general',
    statutoryCap: null,
    safety: 'ecological',
    way: 'upper',
    expert: '',
    bodies: [
      {
        department: 'nyj',
        needs: [],
        items: [
          {
            name: '农药经营许可和台账检查',
            basis: '《农药管理条例》第四十一条',
            content: '经营许可、采购销售台账、限制使用农药定点经营',
            points: ['农药经营许可证是否有效', '采购、销售台账是否保存两年以上', '限制使用农药是否实名销售'],
          },
          {
            name: '农药标签检查',
            basis: '《农药标签和说明书管理办法》',
            content: '标签登记证号、有效成分和可追溯电子信息码',
            points: ['标签与登记核准内容是否一致', '是否附可追溯电子信息码'],
          },
        ],
      },
      {
        department: 'scjg',
        needs: [],
        items: [
          {
            name: '农资商品明码标价检查',
            basis: '《中华人民共和国价格法》第十三条、第三十三条',
            content: '农资商品明码标价和价格行为',
            points: ['是否明码标价', '是否存在价格欺诈'],
          },
        ],
      },
      {
        department: 'sthj',
        needs: [],
        items: [
          {
            name: '农药包装废弃物回收情况检查',
            basis: '《农药包装废弃物回收处理管理办法》',
            content: '回收装置设置和回收台账',
            points: ['是否设立回收装置', '是否建立回收台账'],
          },
        ],
      },
    ],
  },
];

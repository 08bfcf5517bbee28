import type { SampleRecord } from './sample-record.ts';

type MediationCase = SampleRecord<'MediationCase'>;

/** A kind of dispute: how often it is, what it is about and how it ends. */
export interface DisputeProfile {
  readonly kind: MediationCase['disputeKind'];
  /** Cases in a thousand. */
  readonly perThousand: number;
  /** Usual amount in yuan; null: none at stake. */
  readonly amountYuan: number | null;
  readonly remedies: NonNullable<MediationCase['remedies']>;
  /** What happened, with A and B for the parties. */
  readonly facts: readonly string[];
  /** What was agreed. */
  readonly agreement: string;
}

/**
 * Neighbour, family, road accident, land, contract and "other" have the shares of domain.md section 8 (36,901 cases of
 * 2017 and 2018); the rest, 18.4 %, is divided by guess. Facts are invented and name nobody.
 */
export const DISPUTE_PROFILES: readonly DisputeProfile[] = [
  {
    kind: 'NEIGHBOUR',
    perThousand: 249,
    amountYuan: 2_000,
    remedies: ['REMOVE_OBSTRUCTION', 'APOLOGISE'],
    facts: [
      'A与B系邻居，因院墙滴水和柴垛堆放多次争吵。',
      'A与B因公用通道堆放煤堆发生口角，影响冬季通行。',
      'A家牲畜进入B家草场，双方对损失数额意见不一。',
    ],
    agreement: '双方清理通道，今后互谅互让，当面致歉。',
  },
  {
    kind: 'MARRIAGE_FAMILY',
    perThousand: 189,
    amountYuan: null,
    remedies: ['APOLOGISE', 'CONTINUE_PERFORMANCE'],
    facts: [
      'A与B系夫妻，因家庭开支和照料老人长期争吵。',
      'A与B系夫妻，因饮酒引发争执，邻居报警。',
      'A与B系兄弟，因赡养费分担产生矛盾。',
    ],
    agreement: '双方承诺冷静沟通，不再争吵动手，按月分担家庭开支。',
  },
  {
    kind: 'ROAD_ACCIDENT',
    perThousand: 133,
    amountYuan: 18_000,
    remedies: ['COMPENSATE'],
    facts: [
      'A驾驶小型客车与B驾驶的货车发生刮擦，双方对修理费和误工费意见不一。',
      'A驾车因路面结冰侧滑，致B车辆受损，就赔偿数额请求调解。',
      'A驾车与B会车时发生碰撞，B轻微受伤，医疗费分担未能协商一致。',
    ],
    agreement: 'A一次性赔偿B车辆修理费、医疗费及误工费，双方再无争议。',
  },
  {
    kind: 'OTHER',
    perThousand: 101,
    amountYuan: 3_000,
    remedies: ['APOLOGISE'],
    facts: ['A与B因公共事务意见不合产生矛盾，经网格员发现后报调委会。'],
    agreement: '双方当面说清误会，互相致歉。',
  },
  {
    kind: 'FOREST_LAND',
    perThousand: 84,
    amountYuan: 12_000,
    remedies: ['RESTORE', 'COMPENSATE'],
    facts: ['A与B因草场边界围栏位置产生争议。', 'A与B就林地承包面积丈量结果意见不一。'],
    agreement: '按原界桩重新拉设围栏，占用部分折价补偿。',
  },
  {
    kind: 'CONTRACT',
    perThousand: 60,
    amountYuan: 26_000,
    remedies: ['CONTINUE_PERFORMANCE', 'LIQUIDATED_DAMAGES'],
    facts: ['A向B购买饲草，B未按约定日期交货，双方就违约金产生争议。'],
    agreement: 'B于十五日内交付余货，并支付少量违约金。',
  },
  {
    kind: 'DAMAGES',
    perThousand: 45,
    amountYuan: 8_000,
    remedies: ['COMPENSATE', 'APOLOGISE'],
    facts: ['A与B酒后发生推搡，致B手机损坏，经民警引导申请调解。'],
    agreement: 'A赔偿B财物损失并当面道歉，B表示谅解。',
  },
  {
    kind: 'MIGRANT_WAGES',
    perThousand: 35,
    amountYuan: 24_000,
    remedies: ['CONTINUE_PERFORMANCE'],
    facts: ['A等人为B承包的工地提供劳务，完工后工资未结清。'],
    agreement: 'B于春节前分两次结清所欠工资。',
  },
  {
    kind: 'HOUSING_HOMESTEAD',
    perThousand: 25,
    amountYuan: 9_000,
    remedies: ['RESTORE'],
    facts: ['A翻建房屋时超出原宅基地边线，B提出异议。'],
    agreement: 'A拆除超出部分，双方以现场标记为界。',
  },
  {
    kind: 'PRODUCTION_OPERATION',
    perThousand: 15,
    amountYuan: 15_000,
    remedies: ['COMPENSATE'],
    facts: ['A代牧B的牲畜，冬季死亡数量双方说法不一。'],
    agreement: '按约定头数折价结算，双方各担一半损失。',
  },
  {
    kind: 'OTHER_LABOUR',
    perThousand: 15,
    amountYuan: 11_000,
    remedies: ['COMPENSATE'],
    facts: ['A在B的修理铺帮工时手部受伤，就医药费产生争议。'],
    agreement: 'B承担医药费和误工费。',
  },
  {
    kind: 'OTHER_CONSUMER',
    perThousand: 12,
    amountYuan: 1_500,
    remedies: ['REPAIR_REWORK_REPLACE'],
    facts: ['A购买的取暖设备使用数日后故障，与商户B就退换协商未果。'],
    agreement: 'B更换同型号设备并上门安装。',
  },
  {
    kind: 'PROPERTY_MGMT',
    perThousand: 12,
    amountYuan: 1_800,
    remedies: ['CONTINUE_PERFORMANCE'],
    facts: ['A因供暖温度不达标拒交物业费，与物业公司B产生争议。'],
    agreement: 'B检修供暖管线，A补交物业费。',
  },
  {
    kind: 'MEDICAL',
    perThousand: 8,
    amountYuan: 32_000,
    remedies: ['COMPENSATE'],
    facts: ['A对B诊所的诊疗过程提出异议，要求退还费用。'],
    agreement: 'B退还部分诊疗费用，双方再无争议。',
  },
  {
    kind: 'TOURISM',
    perThousand: 6,
    amountYuan: 2_600,
    remedies: ['COMPENSATE'],
    facts: ['A预订的冰雪旅游行程因道路封闭取消，与旅行社B就退费产生争议。'],
    agreement: 'B退还未发生的费用。',
  },
  {
    kind: 'EXPROPRIATION_DEMOLITION',
    perThousand: 6,
    amountYuan: 60_000,
    remedies: ['COMPENSATE'],
    facts: ['A对道路改建占用其棚圈的补偿数额提出异议。'],
    agreement: '按评估结果补足差额。',
  },
  {
    kind: 'POLLUTION',
    perThousand: 3,
    amountYuan: 5_000,
    remedies: ['ELIMINATE_DANGER'],
    facts: ['A认为B的洗煤场扬尘影响其草场，要求采取措施。'],
    agreement: 'B加装防尘网并定时洒水。',
  },
  {
    kind: 'E_COMMERCE',
    perThousand: 2,
    amountYuan: 900,
    remedies: ['REPAIR_REWORK_REPLACE'],
    facts: ['A网购的皮靴与描述不符，与本地商家B协商退货未果。'],
    agreement: 'B办理退货退款。',
  },
];

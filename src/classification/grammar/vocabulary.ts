/**
 * The words of which secrecy marks are made, after canonicalising. Everything that recognises marks (grammar, anchors,
 * storage constraint) is generated from these lists. Sources: 保守国家秘密法 and its regulations, GB/T 9704, US ISOO
 * marking handbook and CUI registry, UK Government Security Classifications, NATO and EU security regulations.
 */

/** Characters of which words are made: between the characters of a mark none of them may stand. */
export const WORD_UNITS = '0-9A-Za-z\\u3040-\\u30ff\\u3400-\\u9fff《》';

/** 绝密, 机密, 秘密: the first character tells the level, the second is the same. */
export const HAN_LEVELS = ['绝密', '机密', '秘密'] as const;

/** Names of a field that holds a level. */
export const HAN_LABELS = [
  '密级',
  '密等',
  '密等及解密条件',
  '密等及解密条件或保密期限',
  '保密等级',
  '机密等级',
  '保密级别',
  '保密程度',
  '秘密等级',
  '秘密级别',
  '涉密等级',
  '涉密级别',
  '涉密程度',
  '定密等级',
  '安全等级',
] as const;
export const LATIN_LABELS = [
  'classification',
  'security classification',
  'security level',
  'security marking',
  'protective marking',
  'classification level',
  'classification marking',
  'secrecy',
  'secrecy level',
  'sensitivity',
  'marking',
  'overall classification',
] as const;

/** What a period, date or condition of a mark looks like (as a regular expression's source). */
export const TERM = [
  '(?:\\d{1,3}|[一二三四五六七八九十两百半数]{1,4}) ?(?:年|个月|月|周|天|日)',
  '[至到]? ?\\d{4} ?(?:年|[-./]\\d)',
  '[至到] ?\\d',
  '长期',
  '永久',
  '无限期',
  '(?:启用|开启|启封|解密|公布|公开|发布|考试|开考|宣布|任务|行动|会议|活动|工程|项目|完成|结束|执行|实施|批准|生效|使用)[一二三四五六七八九十完成结束开始实施启用正式公开]{0,6}(?:前|后|时|日)',
  '(?:解密|保密)(?:条件|时间|期限)',
] as const;

/** What a document is called. */
export const DOCUMENT_NOUNS = [
  '通知',
  '通报',
  '方案',
  '预案',
  '报告',
  '意见',
  '函',
  '批复',
  '请示',
  '决定',
  '命令',
  '纪要',
  '规划',
  '计划',
  '办法',
  '规定',
  '细则',
  '清单',
  '名单',
  '名册',
  '表',
  '明细',
  '台账',
  '图',
  '文件',
  '资料',
  '材料',
  '档案',
  '记录',
  '要点',
  '部署',
  '总结',
  '汇报',
  '讲话',
  '数据',
  '坐标',
  '路线',
  '试题',
  '试卷',
  '答案',
  '信息',
  '情况',
  '指令',
  '电报',
  '简报',
  '专报',
  '要情',
] as const;

/** Extensions of files that hold documents. Films and music are not among them: 绝密飞行.mp4 is one. */
export const DOCUMENT_EXTENSIONS =
  'docx?|xlsx?|pptx?|pdf|wps|et|dps|ofd|rtf|odt|ods|txt|csv|zip|rar|7z|tif|dwg';

/** US, UK and NATO levels, highest first. */
export const LATIN_LEVELS = ['TOP SECRET', 'SECRET', 'CONFIDENTIAL'] as const;

/** Names of a field that may hold a level: enough where its value is one of the two higher levels in Chinese. */
export const WEAK_LABELS = [
  '等级',
  '级别',
  '类别',
  '标识',
  '标志',
  '标记',
  '标签',
  'level',
  'grade',
  'class',
  'label',
  'tag',
  'category',
] as const;

/** Control and dissemination words that follow a level. */
export const CAVEATS = [
  'NOFORN',
  'NF',
  'ORCON',
  'OC',
  'SI',
  'TK',
  'HCS',
  'REL TO',
  'REL',
  'RELIDO',
  'FGI',
  'IMCON',
  'PROPIN',
  'PR',
  'EXDIS',
  'NODIS',
  'LIMDIS',
  'STADIS',
  'NOCONTRACT',
  'WNINTEL',
  'SAP',
  'SAR',
  'SCI',
  'COMINT',
  'UMBRA',
  'GAMMA',
  'TALENT KEYHOLE',
  'ATOMAL',
  'CNWDI',
  'RD',
  'FRD',
  'FVEY',
  'STRAP ?\\d',
  'UK EYES ONLY',
  'US EYES ONLY',
  'EYES ONLY',
  'DISPLAY ONLY',
  'SBU',
  'LES',
  'FOUO',
  'BOHEMIA',
  'LOCSEN',
  'ROYBAT',
] as const;

/** Marks that need no level beside them: written in capitals they are a mark wherever they stand. */
export const HANDLING_MARKS = [
  'LIMITED OFFICIAL USE',
  'FOR OFFICIAL USE ONLY',
  'LAW ENFORCEMENT SENSITIVE',
  'SENSITIVE BUT UNCLASSIFIED',
  'CONTROLLED UNCLASSIFIED INFORMATION',
  'SENSITIVE COMPARTMENTED INFORMATION',
  'OFFICIAL SENSITIVE',
  'UK EYES ONLY',
  'NOFORN',
  'REL TO USA',
] as const;

/** NATO marks. NATO UNCLASSIFIED is not secret. */
export const NATO_MARKS = [
  'COSMIC TOP SECRET',
  'NATO TOP SECRET',
  'NATO SECRET',
  'NATO CONFIDENTIAL',
  'NATO RESTRICTED',
] as const;

/** Banners of other states and of the EU, accents folded away. */
export const OTHER_BANNERS = [
  'STRENG GEHEIM',
  'GEHEIM',
  'VS VERTRAULICH',
  'VS NUR FUR DEN DIENSTGEBRAUCH',
  'VS NFD',
  'TRES SECRET DEFENSE',
  'TRES SECRET',
  'SECRET DEFENSE',
  'CONFIDENTIEL DEFENSE',
  'DIFFUSION RESTREINTE',
  'TRES SECRET UE',
  'SECRET UE',
  'CONFIDENTIEL UE',
  'RESTREINT UE',
  'EU TOP SECRET',
  'EU SECRET',
  'EU CONFIDENTIAL',
  'EU RESTRICTED',
  'PROTECTED A',
  'PROTECTED B',
  'PROTECTED C',
  'СОВЕРШЕННО СЕКРЕТНО',
  'СЕКРЕТНО',
] as const;

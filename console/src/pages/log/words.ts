import { dictionary } from '../../i18n/index.ts';

export const logWords = dictionary(
  {
    title: '日志是否完整？',
    about:
      '以下各步由本浏览器用 WebCrypto 计算，不信任网关的说法。浏览器能证明树头确由日志签名、最新记录确在其中；要证明从未删除，须验证一份完整导出。',
    health: '各日志的健康状况与见证人：总览',
    log: (name: string) => `日志 ${name}`,
    size: '记录数',
    writtenAt: '最近写入',
    waiting: (count: string) => `${count} 条尚待整理供检索，最早写于`,
    key: '公钥',
    pruned: (count: string) => `前 ${count} 条已按期清理，日志中留有清理记录。`,
    closed: '此日志已封存，不再写入。',
    noHead: '此日志还没有签名的树头，或您的协议未授予查看。',
    head: '树头',
    headHolds: '成立：树头由这个日志的公钥签名',
    headBroken: '不成立：树头不是这个日志签名的，或与网关所说不符',
    newest: (index: string) => `最新记录：第 ${index} 条`,
    recordHolds: '成立：最新记录原样在日志中',
    recordBroken: '不成立：记录、证明或树头被改动过',
    notGranted: '您的协议只授予查看涉及本单位数据的记录，不含其字节：请由审计员验证。',
    openRecord: (log: string, index: string) => `逐步查看 ${log} 第 ${index} 条的证明`,
    removed: '有没有删除过记录？',
    removedAbout:
      '这一点浏览器证明不了：须从头到尾重算每一条记录的散列，看它们合起来是否就是已签名的根。导出一份，再用独立的验证程序核对。',
    byOperator: '一、由运维人员在网关上导出（这本身也会记入日志）：',
    byAuditor: '二、由您在自己的机器上验证，只需 Node，不需网关：',
    ownKeys:
      '上面的公钥来自网关本身。请与您另行取得的公钥比对，用您自己的那一份；还可加上 --receipt、--head 和 --witness。',
  },
  {
    title: 'Is the log whole?',
    about:
      'Each step below is computed by this browser with WebCrypto; nothing is believed because the gateway says so. A browser can prove that the head is signed and the newest record is in it. That nothing was ever removed takes a full export.',
    health: 'Health of the logs and their witnesses: overview',
    log: (name) => `Log ${name}`,
    size: 'Records',
    writtenAt: 'Last written',
    waiting: (count) => `${count} not searchable yet, the oldest written`,
    key: 'Public key',
    pruned: (count) => `The first ${count} were pruned when due; a record in the log says so.`,
    closed: 'This log is closed and takes no more.',
    noHead: 'This log has no signed head yet, or your agreements do not grant it.',
    head: 'Its head',
    headHolds: 'It holds: the head is signed with this log’s key',
    headBroken: 'It is broken: this log did not sign the head, or the gateway tells otherwise',
    newest: (index) => `Its newest record: ${index}`,
    recordHolds: 'It holds: the newest record stands in the log as it was written',
    recordBroken: 'It is broken: the record, its proof or the head was changed',
    notGranted:
      'Your agreements grant records about your own data, and not their bytes: an auditor can verify this.',
    openRecord: (log, index) => `Step by step: the proof of record ${index} of ${log}`,
    removed: 'Was anything removed?',
    removedAbout:
      'A browser cannot prove this: it takes the hash of every record from the first to the last, and whether together they make the signed root. Export the log, and check it with the verifier that stands alone.',
    byOperator: '1. An operator exports it at the gateway, which is a record too:',
    byAuditor: '2. You verify it on a machine of your own, with Node and without the gateway:',
    ownKeys:
      'These keys are by the gateway’s own word. Compare them with the ones that you were given elsewhere, and use yours; add --receipt, --head and --witness where you hold them.',
  },
);

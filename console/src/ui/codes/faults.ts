import type { CodeText } from './code-text.ts';

/** What should not happen. The person at the console can wait, or name the request to the operator. */
export const FAULTS: Readonly<Record<string, CodeText>> = {
  AUDIT_UNAVAILABLE: { zh: '披露日志无法写入，因此不能答复。请稍后重试。' },
  SUBGRAPH_FAULT: {
    zh: '有一家单位未能答复，其他单位的内容完整。请稍后重试。',
    en: 'An agency could not answer. The other agencies’ fields are complete. Try again later.',
  },
  SUBGRAPH_REFUSED: { zh: '有一家单位拒绝了网关的请求，其他单位的内容完整。请将请求编号告知运维人员。' },
  POLICY_VERSION_SKEW: { zh: '有一家单位与网关的协议或模式版本不同，因此没有提供。请稍后重试。' },
  CONTEXT_MEMORY_FULL: { zh: '该单位的系统请求过多，暂时无法辨别新旧请求。请半分钟后重试。' },
  MARK_REFUSED: { zh: '数据库拒绝了带密级标志的文字，或没有上网标签的行。请核对内容。' },
  STORAGE_FAULT: { zh: '数据库未能答复。请稍后重试；仍不成功的，将请求编号告知运维人员。' },
  INTERNAL: { zh: '网关内部出错。请将请求编号告知运维人员。' },
  LOG_MISMATCH: { zh: '披露日志与本网关留下的不一致，查明之前不予答复。请立即联系运维人员。' },
  LOG_ROLLED_BACK: {
    zh: '披露日志少于本网关已签名的内容：恢复过备份，或有记录被删除。查明之前不予答复。请立即联系运维人员。',
  },
  LOG_FORKED: { zh: '披露日志与本网关签名的历史不同，查明之前不予答复。请立即联系运维人员。' },
  LOG_ALTERED: { zh: '披露日志的内容与其签名树头不符，查明之前不予答复。请立即联系运维人员。' },
  LOG_SECOND_WRITER: { zh: '另一个进程在写这一披露日志。请运维人员停止它，或用 LUKOU_LOG 各设一个日志。' },
  WITNESS_STATE_LOST: { zh: '见证方丢失了已见内容，因此不再联署。请联系见证方。' },
  LOG_SPLIT_VIEW: { zh: '见证方联署过这一日志的另一段历史，查明之前不予答复。请立即联系运维人员。' },
  LOG_SIGNER_LOST: {
    zh: '披露日志的签名材料丢失或损坏。请运维人员从备份恢复 LUKOU_DATA/log，或用 LUKOU_LOG 开始新的日志。',
  },
};

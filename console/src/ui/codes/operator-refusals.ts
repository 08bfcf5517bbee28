import type { CodeText } from './code-text.ts';

/** What is refused to whoever runs Lukou: the person at the console passes it on. */
export const OPERATOR_REFUSALS: Readonly<Record<string, CodeText>> = {
  SETTING_INVALID: { zh: '有一项设置无效。请联系运维人员。' },
  AGREEMENT_INVALID: { zh: '协议文件无效。请按提示修改后再试。' },
  SCHEMA_INVALID: { zh: '接口模式违反规则。请按提示修改后再试。' },
  INGEST_REFUSED: { zh: '文件未入库。请按提示修改后重新提交。' },
  ADAPTER_INVALID: { zh: '适配器文件无效。请按提示修改后再试。' },
  MODEL_INVALID: { zh: '评分模型文件无效。请按提示修改后再试。' },
  DATA_FOLDER_IN_USE: { zh: '另一个 Lukou 正在使用此数据目录。请先停止它，或将 LUKOU_DATA 设为其他目录。' },
  DATABASE_UNSUITABLE: { zh: '数据库不符合 Lukou 的要求。请联系运维人员。' },
  FILE_UNREADABLE: { zh: '文件无法读取。请核对路径和权限。' },
  RELEASE_INVALID: { zh: '这不是发布包。请重新索取。' },
  RELEASE_FORGED: { zh: '发布包在签署后被改动。请经其他途径重新索取。' },
  RELEASE_UNSIGNED: { zh: '发布包须由两名不同的有权人员签署。请补齐签署。' },
  RELEASE_EXPIRED: { zh: '发布包不在有效期内。请索取新的发布包。' },
  RELEASE_REPLAYED: { zh: '此发布包已经接收过，每个只接收一次，无需再次提交。' },
  REGISTER_ONLINE: { zh: '台账只能在不联网的机器上打开。请先断开所有网络。' },
  REGISTER_PASSPHRASE: { zh: '口令不对。请重新输入。' },
  REGISTER_REFUSED: { zh: '台账不接受这一登记。请按提示修改后再试。' },
  REGISTER_DAMAGED: { zh: '台账文件与写入时不一致。请用备份核对。' },
  EXPORT_IMPOSSIBLE: { zh: '披露日志不能这样导出。请按提示修改后再试。' },
  FORWARD_IMPOSSIBLE: { zh: '记录不能发往该处。请核对地址。' },
  REPLAY_IMPOSSIBLE: {
    zh: '这条记录的裁决无法重新作出：当时的协议或接口模式没有存档。请用保存了存档的网关核验。',
  },
  NATS_UNUSABLE: { zh: 'NATS 服务器不能这样使用。请联系运维人员。' },
  WITNESS_INVALID: { zh: '见证方的文件不能使用。请重新索取。' },
};

import { dictionary } from '../i18n/index.ts';

export const proofWords = dictionary(
  {
    length: '树头所载的日志名称与记录数和网关所说一致',
    content: '字节所载与页面所示一致',
    leaf: '字节的散列就是回执中的散列',
    inclusion: '散列沿证明路径到达已签名的根',
    signature: '树头由日志的公钥签名',
    witnesses: '树头由见证人联署',
    good: '成立',
    bad: '不成立',
    none: '无',
    noWitness: '该树头尚无见证人联署',
  },
  {
    length: 'The head names this log and as many records as the gateway says',
    content: 'The bytes say what this page shows',
    leaf: 'Their hash is the one that the receipt names',
    inclusion: 'The hash leads along its path to the signed root',
    signature: 'The head is signed with the log’s key',
    witnesses: 'The head is cosigned by witnesses',
    good: 'holds',
    bad: 'broken',
    none: 'none',
    noWitness: 'no witness has cosigned this head',
  },
);

/** Texts that make a backtracking matcher or a nested decoder slow: each repeats the beginning of something. */
export const HOSTILE_SEEDS: readonly string[] = [
  '机',
  '机密',
  '机 . 密',
  '机密*',
  '[机密',
  '机密  ',
  '-机密-a',
  '密级:',
  '密级,\n',
  '内部资料不得',
  '内部未经',
  '工作秘密 ',
  '《机密',
  'S ',
  'SECRE',
  'SECRET a\n',
  'S E C R E ',
  'TOP ',
  '(C) ',
  '(S//NF',
  'classification,\nSECRETx,',
  'OFFICIAL ',
  'UNCLASSIFIED ',
  '%E6',
  '%E6x',
  '&#38;',
  '&#38;#38;',
  '=E6=9C',
  '\\u673a',
  '\\346',
  'Ã',
  'æ\u009c',
  '<a',
  '<!',
  '\u202ea',
  '\n',
  '\u0336',
  '\u{1d412}',
  'aaaaaaaa ',
  'QUFBQUFB ',
  'QUFBQUFB/',
  'w9zD3MPc ',
  'e69cbae5af8x ',
  'SVNJU0lT',
  '机密★★★',
  'TOP SECRET a, ',
  '该线索涉及机密，不便透露\n',
  '&#26426;涉及机密，\n',
];

/** The seed, repeated up to about `bytes`. */
export const repeatSeed = (seed: string, bytes: number): string =>
  seed.repeat(Math.ceil(bytes / Buffer.byteLength(seed)));

/** The text in base64, `times` over. */
export const wrapInBase64 = (text: string, times: number): string =>
  times === 0 ? text : wrapInBase64(Buffer.from(text).toString('base64'), times - 1);

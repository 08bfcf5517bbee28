/**
 * Characters that stand for others, as pairs: what is written, then what it counts as.
 * NFKC already takes full-width, circled, mathematical and similar forms; here is what it leaves.
 */
const pairs = (text: string): ReadonlyMap<string, string> => {
  const letters = [...text.replaceAll(/\s/g, '')];
  return new Map(letters.flatMap((from, i) => (i % 2 === 0 ? [[from, letters[i + 1] ?? from]] : [])));
};

/** Letters of other scripts that look like Latin ones. */
export const CONFUSABLES = pairs(`
  АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ԚQ ԜW ҒF ӀI ИN ЯR аa сc еe іi јj оo рp ѕs уy хx ԛq ԝw ԁd һh ӏl кk мm нh тt
  ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ΣE ϹC ϜF αa εe ιi κk νv οo ρp τt υu ϲc ηn
  ՏS ՍU ՕO օo սu հh ոn ցg
  ᎠD ᎡR ᎢT ᎪA ᎬE ᎷM ᎻH ᏀG ᏂH ᏎS ᏔW ᏙV ᏚS ᏟC ᏢP ᏞL ᏃZ ᏦK ᏴB ᏒR ᎳW
  ꓐB ꓑP ꓓD ꓔT ꓖG ꓗK ꓙJ ꓚC ꓜZ ꓝF ꓟM ꓠN ꓡL ꓢS ꓣR ꓦV ꓧH ꓪW ꓫX ꓬY ꓮA ꓰE ꓲI ꓳO ꓴU
  ⲤC ⲞO ⲢP ⲦT ⲈE ⲚN ⲒI ⲔK ⲘM
  ᴀA ʙB ᴄC ᴅD ᴇE ꜰF ɢG ʜH ɪI ᴊJ ᴋK ʟL ᴍM ɴN ᴏO ᴘP ʀR ꜱS ᴛT ᴜU ᴠV ᴡW ʏY ᴢZ
  ıi ɑa ɡg ʂs ƐE
`);

/** Traditional, Japanese and variant forms of the Han characters that the mark grammar uses. */
export const HAN_VARIANTS = pairs(`
  絕绝 絶绝 機机 祕秘 袐秘 宻密 級级 內内 與与 專专 業业 嚴严 個个 箇个 為为 爲为 習习 於于 雲云 僅仅 會会 傳传 關关 軍军 決决 況况
  準准 劃划 則则 別别 務务 動动 單单 參参 後后 啟启 啓启 員员 圖图 復复 覆复 實实 審审 對对 屬属 開开 錄录 録录 總总 擴扩 執执 報报
  數数 無无 時时 條条 極极 標标 檔档 檢检 匯汇 彙汇 洩泄 點点 電电 碼码 稱称 稅税 簽签 簡简 類类 約约 線线 組组 細细 織织 經经 結结
  統统 網网 規规 計计 議议 記记 講讲 識识 試试 話话 該该 請请 讀读 談谈 謀谋 帳账 資资 轉转 載载 題题 預预 項项 飛飞 鑰钥 銷销 長长
  閉闭 間间 閱阅 隊队 隨随 這这 冊册 辦办 發发 佈布 兩两 臺台 毀毁 紀纪 據据 壹一 贰二 貳二 叁三 參参 肆四 伍五 陆六 陸六 柒七 捌八
  玖九 拾十 佰百
`);

/** Every star with which a level is joined to its period becomes `★`, every asterisk `*`, every bracket its plain form. */
export const PUNCTUATION = pairs(`
  ☆★ ⭐★ ⭑★ ⭒★ ✦★ ✧★ ✩★ ✪★ ✫★ ✬★ ✭★ ✮★ ✯★ ✰★ ✡★ ✢★ ✣★ ✤★ ✥★ ✱★ ✲★ ✳★ ✴★ ✵★ ✶★ ✷★ ✸★ ✹★ ✺★ ✻★ ✼★ ✽★ ❂★ ❇★ ❈★ ❉★ ❊★ ❋★ ❃★
  ⚝★ ⛤★ ⛥★ ⛦★ ⛧★ ⍟★ ⋆★ ٭★ 🌟★ 🌠★ 🔯★ 🟊★ 🟉★ 🟋★ 🟌★ 🟍★ 🟎★ 🟏★ 🟐★ 🟑★ 🟒★ 🟓★ 🟔★ ꙳*
  ∗* ⁎* 🞯* 🞰* 🞱* 🞲*
  【[ 】] 〔[ 〕] 〖[ 〗] ⟦[ ⟧] 〘[ 〙] 〚[ 〛] ⟬[ ⟭] ❲[ ❳] ❴{ ❵} ❨( ❩) ⦅( ⦆) ⁅[ ⁆] ⸨( ⸩) 〈< 〉> ⟨< ⟩> ❬< ❭> ‹< ›> ❮< ❯> ⟮( ⟯)
  “" ”" „" ‟" «" »" 「" 」" 『" 』" ‘' ’' ‚' ‛' ´' ʼ'
  ‐- ‑- ‒- –- —- ―- −- ⁻- ─- ━- ﹣- ⁓~ 〜~ ∼~
  •· ・· ‧· ∙· ⋅· ●· ▪· ◦· ⸱· ･·
  ｡。 ､、 ∶: ︰: ꞉: ⁄/ ∕/ ⧸/ ╱/ │| ┃| ┆| ¦| ∣|
`);

/** Letters in boxes, which NFKC leaves as they are, by the code point of their A. */
export const BOXED_ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6] as const;

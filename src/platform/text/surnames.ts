const compound = [
  "欧阳",
  "上官",
  "司马",
  "诸葛",
  "夏侯",
  "皇甫",
  "尉迟",
  "公孙",
  "慕容",
  "令狐",
  "司徒",
  "东方",
  "西门",
  "端木",
];

const single = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封谈鞠匡惠荆乐冀郁胥南班储原栗燕楚劳谌奚皮粟冼蔺楼盘闻厉伊仝区郜海阚权屠豆朴盖练廉禹井祖漆巴丰支卿狄索宣晋云容敬扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况宿鲜印逯隆茹诺战慕危玉银亢嵇哈湛宾戎勾茅利於呼居揭尉冶斯束檀衣展阴昝智幸奉植衡富尧闭蒯乜贲钮滑荀羿汲邴糜隗宓郗钭蓟鄂逄郦郤璩濮郏宦庾暨殳夔厍訾巢竺桓谯郇鄢贝庹禤郄靖佴莘韶匙矫",
);

/** Surname at the start of the text (two characters for compound ones); null when the text starts with none. */
export function surnameAt(text: string): string | null {
  const two = text.slice(0, 2);
  if (compound.includes(two)) return two;
  const one = text.charAt(0);
  return single.has(one) ? one : null;
}

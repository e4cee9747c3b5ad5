const REGION =
	"北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|中国(?:北京|上海|香港|澳门|台湾)?";
const CITY =
	"石家庄|太原|沈阳|大连|长春|哈尔滨|南京|苏州|无锡|常州|南通|徐州|杭州|宁波|温州|绍兴|嘉兴|金华|合肥|芜湖|福州|厦门|泉州|南昌|济南|青岛|烟台|潍坊|郑州|洛阳|武汉|宜昌|长沙|株洲|广州|深圳|东莞|佛山|珠海|中山|惠州|海口|三亚|成都|绵阳|贵阳|昆明|西安|兰州|西宁|呼和浩特|南宁|桂林|拉萨|银川|乌鲁木齐|台北|高雄";
const COUNTRY =
	"美国|加拿大|英国|法国|德国|荷兰|瑞士|瑞典|意大利|西班牙|爱尔兰|俄罗斯|日本|韩国|新加坡|马来西亚|泰国|越南|印度|印度尼西亚|菲律宾|澳大利亚|新西兰|阿联酋|巴西|海外|未知";

/** Sources of a pattern: where a commenter was, as pages say it. */
export const PLACE = `(?:(?:${REGION})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?(?:[\\s·-]?(?:${CITY})市?)?|(?:${CITY})市?|${COUNTRY})`;

export const SAID_PLACE = `(?:(?:来自|📍|from)\\s?${PLACE}|(?:发布于|发表于)\\s?${PLACE}|IP\\s?(?:属地|归属地)\\s?[:：]?\\s?\\p{L}{2,10}|IP\\s?[:：]\\s?${PLACE})`;

const ALONE = new RegExp(`^[(（【]?${PLACE}[)）】]?$`, "u");
const AT_END = new RegExp(
	`^(.{0,40}?[\\p{L}\\p{N}\\p{S}\\p{P}])[\\s·|]{1,3}${PLACE}$`,
	"u",
);

export const isPlace = (text: string): boolean => ALONE.test(text.trim());

/** The name before a place at the end of a line. */
export const beforePlace = (text: string): string | undefined =>
	AT_END.exec(text)?.[1]?.trim();

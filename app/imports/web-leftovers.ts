const BUTTON =
	/^(?:复制(?:代码|链接)?|展开(?:全文)?|收起|阅读全文|查看(?:更多|全文)|点赞|收藏|分享(?:到.{0,12})?|举报|关注|已关注|打赏|赞赏(?:作者)?|登录(?:\s?[/|]\s?注册)?|注册|返回顶部|回到顶部|加入(?:收藏|书架)|目录|copy(?: code)?|share|like|subscribe|sign (?:in|up)|log in|read more|show more|back to top|table of contents)$/iu;
const FACT =
	/^(?:讲述|朗读|主播|时长|大小|字数|本文字数|阅读(?:时间|时长|量|数)?|预计阅读|浏览(?:量)?|点击|来源|出处|作者|编辑|责任编辑|发布(?:时间|于|日期)?|更新(?:时间|于|日期)?|最后更新|文章?标签|标签|分类|专栏|转载|原文链接|版权(?:声明)?|views?|author|published|updated|tags?|reading time)(?:\s?[:：]\s?|\s)\S/iu;
const MEASURE =
	/^[\d.,]{1,10}\s?[kw万千+]{0,2}\s?(?:次|人|个|条|分钟)?已?(?:阅读|浏览|学习|点赞|收藏|评论|赞|转发|views?|reads?|likes?|min read)$/iu;
const NEIGHBOUR =
	/^(?:[←«‹<]\s?)?(?:上一|下一)[篇页章节讲课](?:$|[\s:：|»›>→])|^(?:previous|prev|next)(?:$|\s?[:：|»›>→]|\s(?:lesson|chapter|page|post)\b)/iu;
const RIGHTS = /^(?:©|\(c\)\s|copyright\b|版权所有|未经.{0,12}(?:转载|许可))/iu;
const CAPTION =
	/^(?:[图表]|图片|清单|代码清单|figure|fig\.|table|listing)\s?\d{1,3}(?:[-.–]\d{1,3}){0,2}(?:$|[\s:：.、])/iu;
const CRUMBS = /^(?:首页|主页|home|课程|全部课程|专栏)\s?[>›»/]/iu;
const PLACES =
	/^(?:微信|微博|QQ(?:空间|好友)?|朋友圈|知乎|豆瓣|twitter|facebook|linkedin)(?:[\s|·/、]{1,3}(?:微信|微博|QQ(?:空间|好友)?|朋友圈|知乎|豆瓣|twitter|facebook|linkedin)){1,8}$/iu;

const LEFTOVERS = [
	...[BUTTON, FACT, MEASURE, NEIGHBOUR],
	...[RIGHTS, CAPTION, CRUMBS, PLACES],
];

/** What a page says around its text: buttons, counts, captions, ways to other pages. Never a heading. */
export const isWebLeftover = (text: string): boolean =>
	LEFTOVERS.some((pattern) => pattern.test(text));

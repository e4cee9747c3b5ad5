const BUTTON =
	/^(?:复制(?:代码|链接|成功|全文)?|(?:点击)?(?:展开|查看|阅读)(?:更多|全文|全部|剩余.{0,6})?|收起(?:全文)?|写(?:留言|评论|笔记)|(?:发表|查看|全部|最新|热门)评论|(?:推荐|延伸|相关|猜你喜欢|热门)(?:阅读|文章|推荐|内容|课程)?|猜你喜欢|下载(?:APP|App|客户端)|打开(?:APP|App)(?:查看|阅读)?|上一页|下一页|换一换|听书|倍速|全屏|划线|笔记|想法|提交|取消|确定|搜索|菜单|查看(?:更多|全文)|点赞|收藏|分享(?:到.{0,12})?|举报|阅读原文|赞|在看|人划线|喜欢此内容的人还喜欢|关注|已关注|打赏|赞赏(?:作者)?|登录(?:\s?[/|]\s?注册)?|注册|返回顶部|回到顶部|加入(?:收藏|书架)|目录|copy(?: code)?|share|like|subscribe|sign (?:in|up)|log in|read more|show more|back to top|table of contents)$/iu;
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
const SITE =
	/^(?:原创\s.{1,60}|点击?.{0,4}(?:[上下]方|蓝字|蓝色字).{0,16}|(?:接受|拒绝|同意|管理|全部接受|accept|reject|allow|manage).{0,12}cookies?.{0,12}|.{0,6}(?:扫码|扫一扫|长按).{0,20}|登录(?:后|即可|以).{0,16}|(?:微信|关注).{0,8}(?:公众号|扫一扫|扫码).{0,12}|(?:发布|编辑|更新|修改)于\s?\S.{0,24}|(?:点赞|赞|评论|收藏|分享|转发|阅读|浏览|喜欢|留言)\s?[(（]?\d[\d.]{0,8}[kKwW万]?\+?[)）]?|.{0,4}版权归.{0,30}|.{0,12}(?:ICP备|公网安备|all rights reserved).{0,30}|(?:我们|本站|this site|we) ?(?:使用|用|uses?) ?cookies?.{0,60}|第\s?\d{1,4}\s?页.{0,12}|\d{1,4}\s?\/\s?\d{1,4})$/iu;
const PLACES =
	/^(?:微信|微博|QQ(?:空间|好友)?|朋友圈|知乎|豆瓣|twitter|facebook|linkedin)(?:[\s|·/、]{1,3}(?:微信|微博|QQ(?:空间|好友)?|朋友圈|知乎|豆瓣|twitter|facebook|linkedin)){1,8}$/iu;

const LEFTOVERS = [
	...[BUTTON, FACT, MEASURE, NEIGHBOUR],
	...[RIGHTS, CAPTION, CRUMBS, PLACES, SITE],
];

/** What a page says around its text: buttons, counts, captions, ways to other pages. Never a heading. */
export const isWebLeftover = (text: string): boolean =>
	LEFTOVERS.some((pattern) => pattern.test(text));

export const sharing = {
	link: "分享",
	title: "分享这一处",
	back: "回到原处",
	about: "拿到链接的人看到的，仍然只是他本来能看的。",
	address: "链接",
	copy: "复制链接",
	copied: "已复制。",
	share: "用别的应用分享",
	phone: "在手机上打开",
	code: "链接的二维码",
	picture: "别处显示的图片",
	pictureAlt: "贴出链接时，别的网站可能显示的图片",
};

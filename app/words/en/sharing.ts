import type { Words } from "#app/words/zh.ts";

export const sharing: Words["sharing"] = {
	link: "Share",
	title: "Share this place",
	back: "Back to it",
	about: "Whoever gets the link sees only what they may see anyway.",
	address: "Link",
	copy: "Copy the link",
	copied: "Copied.",
	share: "Share with another app",
	phone: "Open it on a phone",
	code: "QR code of the link",
	picture: "Picture on other sites",
	pictureAlt: "The picture that other sites may show with the link",
};

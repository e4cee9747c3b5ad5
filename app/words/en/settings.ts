import type { Words } from "#app/words/zh.ts";

export const settings: Words["settings"] = {
	title: "Settings",
	profile: "Profile",
	bio: "About you",
	bioHint: "Markdown works; at most 2000 characters.",
	language: "Language",
	languages: { auto: "Same as the browser", zh: "中文", en: "English" },
	theme: "Appearance",
	timeZone: "Time zone",
	timeZoneAuto: (zone: string) => `The site's (${zone})`,
	save: "Save",
	saved: "Saved.",
	passwordTitle: "Change the password",
	currentPassword: "Current password",
	newPassword: "New password",
	changePassword: "Change the password",
	passwordChanged:
		"The password is changed, and the sessions on other devices have ended.",
};

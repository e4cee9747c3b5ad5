export const WAITING_ORDERS = ["longest", "most"] as const;
export type WaitingOrder = (typeof WAITING_ORDERS)[number];

export const waitingOrder = (text: string | null): WaitingOrder =>
	WAITING_ORDERS.find((order) => order === text) ?? "longest";

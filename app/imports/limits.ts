export const DOCUMENT_MB = 5;

/** Size of a document. */
export const DOCUMENT_MB = 5;

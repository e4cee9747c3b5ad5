export const NAME_MAX = 40;
export const BIO_MAX = 2_000;
export const HANDLE_PATTERN = /^[a-z0-9_-]{3,30}$/;
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 256;
export const EMAIL_MAX = 254;

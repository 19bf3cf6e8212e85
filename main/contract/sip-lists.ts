/** What separates one from the next where several are pasted or typed. Not the space: it stands in numbers. */
export const listSeparators = /[,;\n\r\t]+/;

/**
 * A number as a provider writes it, or the name that stands in its place in a SIP address. A whole address (`sip:+49…@host`) or a label
 * beside the number is neither: the server takes it, and no call ever fits.
 */
export const isCallNumber = (text: string): boolean =>
  /^\+?[\d\s().\-/*#]*\d[\d\s().\-/*#]*$/.test(text) || /^(?=.*[\w*#])[\w+.*#~!$&'=-]+$/.test(text);

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$|\/)|(?=$|\/))){4}(?:\/(?:3[0-2]|[12]?\d))?$/;
const ipv6 = /^(?=.*:.*:)[\da-f:]+(?:\/(?:12[0-8]|1[01]\d|[1-9]?\d))?$/i;
const host = /^(?=.*[a-z])(?!-)[a-z\d-]+(?:\.[a-z\d-]+)*\.?$/i;
/** An IP, a range of them (`203.0.113.16/28`) or a host: no scheme, no port. */
export const isCallAddress = (text: string): boolean => ipv4.test(text) || ipv6.test(text) || host.test(text);

/** Reads the App's private key in the forms in which people paste one into an environment. */
import { createPrivateKey } from "node:crypto";

/**
 * The key as PKCS#8 PEM; null when `text` holds no RSA private key.
 * GitHub hands out PKCS#1, which WebCrypto cannot read; hosts that allow one line only make people escape or encode it.
 */
export function readPrivateKey(text: string): string | null {
  const unescaped = unquoted(text).replaceAll("\\n", "\n").replaceAll("\\r", "");
  const pem = unescaped.includes("-----BEGIN") ? unescaped : Buffer.from(unescaped, "base64").toString("utf8");
  try {
    const key = createPrivateKey(pem.trim() + "\n");
    return key.asymmetricKeyType === "rsa" ? key.export({ type: "pkcs8", format: "pem" }).toString() : null;
  } catch {
    // The reason would quote OpenSSL at the reader, and may hold part of the key.
    return null;
  }
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  return /^(["']).*\1$/s.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}

/** A delivery as GitHub sends one: signed, with its headers. */
import { createHmac, generateKeyPairSync } from "node:crypto";
import type { AppSettings } from "../../src/settings/settings.js";

export const SECRET = "a-secret-of-more-than-sixteen";

/** An App that exists nowhere; nothing asks GitHub about it. */
export const APP: AppSettings = {
  appId: 42,
  privateKey: generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  webhookSecret: SECRET,
  apiUrl: "http://localhost:1",
};

export interface SignedDelivery {
  readonly name: string;
  readonly body: unknown;
  readonly id?: string;
  readonly secret?: string;
  readonly appId?: number;
}

export function signed({ name, body, id = "d-1", secret = SECRET, appId = APP.appId }: SignedDelivery): RequestInit {
  const text = JSON.stringify(body);
  return {
    method: "POST",
    body: text,
    headers: {
      "content-type": "application/json",
      "x-github-event": name,
      "x-github-delivery": id,
      "x-github-hook-installation-target-type": "integration",
      "x-github-hook-installation-target-id": String(appId),
      "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(text).digest("hex")}`,
    },
  };
}

const REPOSITORY = { id: 7, name: "mirage-www", full_name: "mirage/mirage-www", default_branch: "master", owner: { login: "mirage" } };

/** The body of a webhook about mirage/mirage-www, from a person. */
export function about(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { action: "opened", repository: REPOSITORY, installation: { id: 9 }, sender: { login: "samoht" }, ...more };
}

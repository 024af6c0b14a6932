/** What stands behind a name on a by-line and is no person: what somebody is, and for whom they work. */

const TITLE =
  /\b(?:engineer(?:ing)?|developers?|devrel|managers?|management|directors?|lead|architects?|advocates?|evangelists?|scientists?|researchers?|(?:co-?)?founders?|c[efimpst]o|s?vp|vice|presidents?|heads?|maintainers?|(?:co-?)?chairs?|professors?|students?|interns?|consultants?|analysts?|designers?|editors?|specialists?|staff|senior|sr\.?|principal|officers?|sre|contributors?|members?|fellows?|technical|technologist|administrators?|programmers?)\b/i;

const FIRM =
  /\b(?:inc|ltd|llc|gmbh|corp(?:oration)?|company|plc|labs?|laborator(?:y|ies)|technolog(?:y|ies)|software|solutions|systems|networks?|services|consulting|universit(?:y|é|ät)|institute|college|school|foundation|cloud|bank|group|ventures|studios?)\b\.?/i;

/** Names of one word that many sign with, and that are shaped like a person's. */
const KNOWN_FIRM =
  /^(?:adobe|airbnb|alibaba|amazon|amd|apple|arm|atlassian|baidu|box|bytedance|canonical|cisco|citrix|cloudflare|cockroach|confluent|coreos|couchbase|daocloud|databricks|datadog|dell|digitalocean|docker|ebay|elastic|ericsson|facebook|fastly|fujitsu|github|gitlab|goldman sachs|google|grafana|hashicorp|heptio|hitachi|huawei|intel|isovalent|jane street|jetbrains|kubermatic|linkedin|lyft|mesosphere|meta|microsoft|mirantis|mongodb|mozilla|netflix|nokia|nutanix|nvidia|openai|oracle|palantir|pinterest|pivotal|portworx|puppet|rackspace|rancher|red hat|redhat|salesforce|samsung|shopify|sony|spotify|square|stripe|sysdig|tarides|tencent|twitter|uber|vercel|vmware|weaveworks|yahoo|zalando|zte)$/i;

/** Whether what follows a name behind a comma says what its owner is, or for whom they work. */
export function isAffiliation(text: string): boolean {
  const plain = text.trim().replace(/[.,;:]+$/, "");
  if (TITLE.test(plain) || FIRM.test(plain) || KNOWN_FIRM.test(plain)) return true;
  // `IBM`, `JD.com`, `@redhat`: no person signs so behind another's name.
  return /^(?:[A-Z][A-Z&]{1,6}|[\w-]+\.(?:com|org|io|net|dev))$/.test(plain) || /^(?:at|from|with|of|for)\s/i.test(plain);
}

/** A team signs too, but what an address of it names is an organisation, and no login of somebody's. */
export function isTeam(name: string): boolean {
  return /\b(?:teams?|groups?|wg|sig|project|council|community|foundation|committee|initiative|maintainers)\b/i.test(name);
}

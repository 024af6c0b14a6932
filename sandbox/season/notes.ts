/** The meeting of 24 June 2014, retold: what was promised, and by whom, is history; the sentences around it are ours. */
export const NOTES = `### Notes ###

Attendees: Amir Chaudhry (chair), Thomas Gazagnaire, Thomas Leonard,
Anil Madhavapeddy, Hannes Mehnert and David Scott

#### Posts before the conference ####

Each library that is new gets a post, and each post is read by others before it goes out.

- TLS (Hannes/David): overview of TLS, Post on API, TLS attacks/mitigations, Mirage integration, asn1 lib, x509 lib, nocrypto lib.
- Vchan (Jon L)
- Ctypes (Jeremy): Useful for inter-VM lib linking
- Minios/ARM (Thomas L)
- Irmin (Thomas G)
- Conduit (Anil)

Amir coordinates.
`;

/** Who is meant by the first name that two people share. */
export const ANSWERS = [["David", "pqwy"]] as const;

export const CAMPAIGN = "OSCON 2014";
export const DEADLINE = "2014-07-21T09:00[Europe/London]";

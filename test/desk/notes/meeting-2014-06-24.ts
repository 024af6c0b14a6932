/** A page of meeting notes of our own with the list of 24 June 2014: what was promised, and by whom, is fact; the rest is filling of the same form. */
export const MEETING = `---
updated: 2014-06-24
author:
  name: Amir Chaudhry
subject: 'Weekly call: 24 June'
---

### Agenda ###

* The release
  - what is left
* Blog posts
* Any other business

Attendees: Amir Chaudhry (chair), Thomas Gazagnaire, Thomas Leonard,
Anil Madhavapeddy, Hannes Mehnert and David Scott 

### Notes ###

#### The release ####

Nearly there. The [list of libraries][libs] grows, see also
[the thread](https://example.org/thread).

- [libraries][libs]
- [thread](https://example.org/thread) and [minutes](https://example.org/minutes)

[libs]: https://example.org/libs

#### Blog posts before the conference ####

Everybody writes about a library of theirs.

- TLS (Hannes/David): overview of TLS, Post on API, TLS attacks/mitigations, Mirage integration, asn1 lib, x509 lib, nocrypto lib.
- Vchan (Jon L)
- Ctypes (Jeremy): Useful for inter-VM lib linking
- Minios/ARM (Thomas L)
- Irmin (Thomas G)
- Conduit (Anil)

Amir sees to it that they are read before they go out.

#### Any other business ####

- The next call is on Tuesday. Send apologies
- Amir: sort out the machines
`;

/** The first line of the list, as an editor counts. */
export const FIRST = MEETING.split("\n").findIndex((line) => line.startsWith("- TLS")) + 1;

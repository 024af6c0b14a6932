/** A whole desk file, as the reference page shows it: the season of 2014, in part. */
export const EXAMPLE_DESK = `zone: Europe/London
posts: ["posts/**/*.md"]

people:
  - login: amirmc
    name: Amir Chaudhry
    capacity: 0
  - login: avsm
    name: Anil Madhavapeddy
    aliases: [Anil]
    beats: ["*"]
    capacity: 4
  - login: samoht
    name: Thomas Gazagnaire
    aliases: [Thomas G]
    beats: [storage]
  - login: talex5
    name: Thomas Leonard
    aliases: [Thomas L]
    beats: [xen]
    away:
      - { from: 2014-07-14, to: 2014-07-16 }
  - login: yomimono
    name: Mindy Preston
    zone: America/Chicago
    holidays: [US]
    beats: [networking]

coordinators: [amirmc]

review:
  approvals: 1
  ask: 2

slots: ["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"]

calendar:
  holidays: [GB-ENG]
  closed:
    - { from: 2014-07-11, why: the office moves }
  extra: ["2014-07-12T12:00[Europe/London]"]
  freezes:
    - from: 2014-07-19T00:00[Europe/London]
      to: 2014-07-20T09:00[Europe/London]
      why: the site moves to its new machine
      pass: [amirmc]

lead:
  draft: 3
  review: 1

reminders:
  every: 2
  hour: 9

merge:
  at_slot: true
  method: merge

campaigns:
  - name: OSCON 2014
    starts: 2014-07-01T09:00[Europe/London]
    deadline: 2014-07-21T09:00[Europe/London]
    buffer: 2
    posts:
      - slug: introducing-irmin
        title: "Introducing Irmin: Git-like distributed, branchable storage"
        byline: [Thomas G]
        beats: [storage]
        slot: 2014-07-18T12:00[Europe/London]
      - slug: introducing-xen-minios-arm
        also: [xen-on-arm]
        title: Building an ARMy of Xen unikernels
        byline: [Thomas L]
        beats: [xen]
        after: [introducing-irmin]
        not_before: 2014-07-18T18:00[Europe/London]
        lead: { draft: 4 }
`;

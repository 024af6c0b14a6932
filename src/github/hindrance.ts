/** What keeps GitHub from answering, which decides how long it is left alone and what ends that. */

export type Hindrance =
  /** A limit: GitHub named the instant, or wants to be left alone. Nothing shortens it. */
  | "limit"
  /** GitHub or the way to it is down. */
  | "outage"
  /** It rejects the App itself: a wrong APP_ID, or a key that is not of it. */
  | "credentials"
  /** It is an Enterprise Server that lacks what is asked for. */
  | "version"
  /** It is not there for us: not installed, suspended, a permission that nobody granted. People change that, and GitHub tells of it. */
  | "closed";

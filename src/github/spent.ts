/** What GitHub was asked so far: requests, and points of its GraphQL allowance. */

export interface Spent {
  calls: number;
  points: number;
}

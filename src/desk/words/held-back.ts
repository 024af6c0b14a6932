/** What operators and readers are told while the last of what GitHub lets the app ask is kept for posts that go live. */
import { sayWhen, type Instant } from "../time/zone.js";

export function sayHeldBack(repository: string, until: Instant): string {
  return `Presstime does not look at ${repository} until ${sayWhen(until, "UTC")}: GitHub allows few more requests in this hour, and the last 500 are for posts that go live within the hour. Nothing is lost; comments, pushes and reviews are answered after that.`;
}

/** The environment of the tests that judge mutants: after the first that fails, the others are skipped. */
import NodeEnvironment from "@stryker-mutator/jest-runner/jest-env/node";

export default class StopAtFirst extends NodeEnvironment {
  failed = false;

  handleTestEvent(event) {
    if (event.name === "test_start" && this.failed) event.test.mode = "skip";
    if (event.name === "test_done" && event.test.errors.length > 0) this.failed = true;
  }
}

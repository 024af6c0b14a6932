/** Transactions that fail say why they failed. */
import type { Driver } from "kysely";

/**
 * The driver with rollbacks that never fail: Kysely gives the failure of a rollback for that of the transaction, and where there is
 * nothing to roll back any more (SQLite did so itself on a full disk, or the connection broke) the cause would be hidden.
 */
export function showingCauses(driver: Driver): Driver {
  return {
    init: () => driver.init(),
    acquireConnection: () => driver.acquireConnection(),
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection).catch(() => undefined),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  };
}
